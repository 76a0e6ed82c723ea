import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma's CLI otherwise downloads its schema engine on every command, also for `generate`. This one runs from npm.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./tools/schema-engine.mjs", import.meta.url));

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://postgres@127.0.0.1:5432/onethread" },
});
