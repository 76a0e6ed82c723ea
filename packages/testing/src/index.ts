export { addAgent } from "./add-agent.ts";
export { customerWrites } from "./customer-writes.ts";
export { cloneDatabase, migrate, startTestPostgres } from "./postgres.ts";
export { ownRedis, startTestRedis } from "./redis.ts";
export { signed } from "./signed.ts";
export { startTcpProxy, type TcpProxy } from "./tcp-proxy.ts";
export { until } from "./until.ts";
export { createWorld, testAppSecret, type World } from "./world.ts";
