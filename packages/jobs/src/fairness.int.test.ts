import { randomUUID } from "node:crypto";
import { createWorld, ownRedis } from "@onethread/testing";
import { describe, expect, it } from "vitest";
import { catalog, type Handlers } from "./catalog.ts";
import { type Jobs, openJobs } from "./jobs.ts";

const redisUrl = await ownRedis();
const backends = [
  { name: "Postgres", redis: false, skip: false },
  { name: "Redis", redis: true, skip: redisUrl === null },
];

const slotsOf = new Map(Object.values(catalog).map(({ queue, concurrency }) => [queue as string, concurrency as number]));
const allSlots = [...slotsOf.values()].reduce((sum, slots) => sum + slots, 0);

/** Jobs that ring for themselves again as soon as they are done: they stay in the slots of their queue. */
describe.each(backends)("jobs that keep ringing for themselves, on $name", ({ redis, skip }) => {
  it.skipIf(skip)("take at most a quarter of a worker's slots, and others run all the same", { timeout: 60_000 }, async () => {
    const world = await createWorld();
    const jobs: Jobs = await openJobs({ databaseUrl: world.url, redisUrl: redis ? (redisUrl ?? undefined) : undefined, onError: () => {} });
    const { workspaceId } = world;
    let stopped = false;
    let runs = 0;
    let now = 0;
    let most = 0;
    let drains = 0;
    let deliveries = 0;
    const nothing = async () => {};
    const handlers: Handlers = {
      "webhooks.drain": async () => void drains++,
      "message.deliver": async () => void deliveries++,
      "profiles.fetch": nothing,
      "media.fetch": nothing,
      "channels.listen": nothing,
      "webhooks.replay": nothing,
      "conversations.change": nothing,
      "channel.check": async (payload) => {
        runs++;
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 10));
        now--;
        if (!stopped) await jobs.enqueue("channel.check", payload);
      },
    };
    const stop = await jobs.work(handlers);
    // Far more of them than their queue has slots.
    await Promise.all(Array.from({ length: 20 }, () => jobs.enqueue("channel.check", { workspaceId, channelAccountId: randomUUID() })));
    await expect.poll(() => runs, { timeout: 20_000 }).toBeGreaterThan(40);
    const before = runs;
    for (let i = 0; i < 10; i++) {
      const seen = [drains, deliveries];
      await jobs.enqueue("webhooks.drain", {});
      await jobs.enqueue("message.deliver", { workspaceId, conversationId: randomUUID() });
      await expect.poll(() => drains > (seen[0] ?? 0) && deliveries > (seen[1] ?? 0), { timeout: 10_000, interval: 10 }).toBe(true);
    }
    expect(runs).toBeGreaterThan(before);
    expect(most).toBeLessThanOrEqual(slotsOf.get("channels") ?? 0);
    expect(most / allSlots).toBeLessThanOrEqual(0.25);
    stopped = true;
    await stop();
    await jobs.close();
    await world.close();
  });
});
