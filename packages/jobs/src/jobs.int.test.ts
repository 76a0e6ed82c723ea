import { randomUUID } from "node:crypto";
import { createWorld, ownRedis, until } from "@onethread/testing";
import { describe, expect, it } from "vitest";
import { openJobs } from "./jobs.ts";

const redisUrl = await ownRedis();
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
      "conversations.change": async () => {},
    });
    await until("the job runs", () => runs === 1);
    await jobs.enqueue("webhooks.drain", {});
    await jobs.enqueue("webhooks.drain", {});
    release();
    await until("the job runs", () => runs === 2);
    await stop();
    expect(runs).toBe(2);
    await jobs.close();
    expect(errors).toEqual([]);
    await world.close();
  });
});

it("runs what is insisted on, though a job counts as running whose worker is gone and whose time lies in the future", async () => {
  const world = await createWorld();
  const jobs = await openJobs({ databaseUrl: world.url, onError: () => {} });
  const payload = { workspaceId: randomUUID(), conversationId: randomUUID() };
  await jobs.enqueue("message.deliver", payload);
  // A clock that was two hours ahead, and a worker that claimed the job and never heard of it.
  const owner = await world.database.ingest.connect();
  const later = "(extract(epoch FROM now()) * 1000)::bigint + 7200000";
  await owner.query("SET ROLE NONE");
  await owner.query(`UPDATE bullmq.job SET state = 'active', lock_token = 'gone', locked_until_ms = ${later}`);
  await owner.query(`INSERT INTO bullmq.meta (queue, field, value) VALUES ('delivery', 'stalled-check', (${later})::text)
    ON CONFLICT (queue, field) DO UPDATE SET value = excluded.value`);
  owner.release(true);
  const run: unknown[] = [];
  const idle = async () => {};
  const stop = await jobs.work({
    "webhooks.drain": idle,
    "message.deliver": async (told) => void run.push(told),
    "profiles.fetch": idle,
    "media.fetch": idle,
    "channel.check": idle,
    "channels.listen": idle,
    "webhooks.replay": idle,
    "conversations.change": idle,
  });
  await jobs.enqueue("message.deliver", payload);
  await jobs.insist("message.deliver", payload);
  await until("the job runs", () => run.length > 0);
  await stop();
  expect(run).toEqual([payload]);
  await jobs.close();
  await world.close();
});
