import { spawn, spawnSync } from "node:child_process";
import { createConnection } from "node:net";
import { freePort } from "@onethread/db/embedded";
import { afterAll } from "vitest";
import { until } from "./until.ts";

export const hasRedis = (): boolean => spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;

/**
 * A Redis for one test file alone, in memory only, stopped when its tests are over; null where there is no redis-server.
 * Files run beside each other, and a worker takes every job it finds: in one Redis for all it would take another file's.
 */
export async function ownRedis(): Promise<string | null> {
  const redis = await startTestRedis();
  if (redis) afterAll(redis.stop);
  else process.stderr.write("\nThere is NO redis-server on this machine: the tests on Redis are skipped.\n");
  return redis?.url ?? null;
}

/** A Redis in memory only; null where there is no redis-server. */
export async function startTestRedis(): Promise<{ url: string; stop(): Promise<void> } | null> {
  if (!hasRedis()) return null;
  const port = await freePort();
  const child = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction"],
    { stdio: "ignore" },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await until("redis-server answers", () => answers(port), { seconds: 10 });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    const done = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
  });
}
