import { createWorld } from "@onethread/testing";
import { describe, expect, inject, it } from "vitest";
import { openJobs } from "./jobs.ts";

const redisUrl = inject("redisUrl");
const backends = [
  { name: "Postgres", redis: false, skip: false },
  { name: "Redis", redis: true, skip: redisUrl === null },
];

describe.each(backends)("jobs on $name", ({ redis, skip }) => {
  it.skipIf(skip)("folds rings into one run, runs once more for a ring during a run, and closes cleanly", async () => {
    const world = await createWorld();
    const errors: Error[] = [];
    const jobs = await openJobs({
      databaseUrl: world.url,
      redisUrl: redis ? (redisUrl ?? undefined) : undefined,
      onError: (error) => errors.push(error),
    });
    expect(jobs.kind).toBe(redis ? "redis" : "postgres");
    let runs = 0;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await Promise.all(Array.from({ length: 20 }, () => jobs.enqueue("webhooks.drain", {})));
    const stop = await jobs.work({
      "webhooks.drain": async () => {
        runs++;
        if (runs === 1) await held;
      },
      "message.deliver": async () => {},
      "profiles.fetch": async () => {},
      "media.fetch": async () => {},
      "channel.check": async () => {},
      "channels.listen": async () => {},
      "webhooks.replay": async () => {},
    });
    await until(() => runs === 1);
    await jobs.enqueue("webhooks.drain", {});
    await jobs.enqueue("webhooks.drain", {});
    release();
    await until(() => runs === 2);
    await stop();
    expect(runs).toBe(2);
    await jobs.close();
    expect(errors).toEqual([]);
    await world.close();
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; !holds(); ) {
    if (Date.now() > end) throw new Error("it did not come about");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
