import { randomUUID } from "node:crypto";
import { createWorld, ownRedis } from "@onethread/testing";
import { describe, expect, it } from "vitest";
import { type News, openRealtime } from "./index.ts";

const redisUrl = await ownRedis();
const transports = [
  { name: "Postgres", redis: false, skip: false },
  { name: "Redis", redis: true, skip: redisUrl === null },
];

describe.each(transports)("news over $name", ({ redis, skip }) => {
  it.skipIf(skip)("reaches another process whole, also when it is more than one notification can hold", async () => {
    const world = await createWorld();
    const options = {
      databaseUrl: world.url,
      redisUrl: redis ? (redisUrl ?? undefined) : undefined,
      onError: (error: Error) => expect.fail(error.message),
    };
    const [desk, worker] = [openRealtime(options), openRealtime(options)];
    const heard: News[] = [];
    const unsubscribe = await desk.subscribe(
      (news) => heard.push(news),
      () => {},
    );
    const said: News[] = Array.from({ length: 200 }, () => ({
      workspaceId: world.workspaceId,
      kind: "message",
      ids: [randomUUID(), randomUUID()],
      conversationId: randomUUID(),
    }));
    await worker.publish(said);
    for (const end = Date.now() + 10_000; heard.length < said.length && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(said);
    await unsubscribe();
    await Promise.all([desk.close(), worker.close()]);
    await world.close();
  });

  it.skipIf(skip)("wakes whoever drains, in another process", async () => {
    const world = await createWorld();
    const options = {
      databaseUrl: world.url,
      redisUrl: redis ? (redisUrl ?? undefined) : undefined,
      onError: (error: Error) => expect.fail(error.message),
    };
    const [gateway, worker] = [openRealtime(options), openRealtime(options)];
    let stop = async () => {};
    await new Promise<void>((resolve) => {
      void worker.onNudge(resolve).then((ended) => {
        stop = ended;
        return gateway.nudge();
      });
    });
    await stop();
    await Promise.all([gateway.close(), worker.close()]);
    await world.close();
  });
});
