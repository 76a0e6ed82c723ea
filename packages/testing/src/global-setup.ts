import type { TestProject } from "vitest/node";
import { startTestPostgres } from "./postgres.ts";
import { startTestRedis } from "./redis.ts";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
    /** null: this machine has no Redis, and what needs it is skipped. */
    redisUrl: string | null;
  }
}

/** Vitest's global setup of the tests that need Postgres, and Redis where the machine has it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  const redis = await startTestRedis();
  if (!redis) process.stderr.write("\nThere is NO redis-server on this machine: the tests on Redis are skipped.\n");
  project.provide("templateUrl", postgres.url);
  project.provide("redisUrl", redis?.url ?? null);
  return async () => {
    await redis?.stop();
    postgres.stop();
  };
}
