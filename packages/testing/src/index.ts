export { cloneDatabase, migrate, startTestPostgres } from "./postgres.ts";
export { signed } from "./signed.ts";
export { createWorld, testAppSecret, type World } from "./world.ts";
