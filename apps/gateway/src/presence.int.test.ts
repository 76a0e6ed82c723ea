import { presenceTimes } from "@onethread/core";
import { type News, openRealtime } from "@onethread/realtime";
import { createWorld, ownRedis, until } from "@onethread/testing";
import { describe, expect, it, onTestFinished } from "vitest";
import { openPresence } from "./presence.ts";

const redisUrl = await ownRedis();
const transports = [
  { name: "Postgres", redis: false, skip: false },
  { name: "Redis", redis: true, skip: redisUrl === null },
];

describe.each(transports)("presence over $name", ({ redis, skip }) => {
  it.skipIf(skip)("is the same in every process, in one that begins late, and after somebody fell silent", async () => {
    const world = await createWorld();
    const [workspaceId, conversationId, ada, grace] = [world.workspaceId, crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const room = { workspaceId, conversationId };
    let now = Date.now();
    const begin = async () => {
      const realtime = openRealtime({ databaseUrl: world.url, redisUrl: redis ? (redisUrl ?? undefined) : undefined, onError: () => {} });
      const presence = openPresence({ publish: realtime.publish, now: () => now });
      const hear = (news: News) => news.kind === "presence" && presence.hear(news);
      const unsubscribe = await realtime.subscribe(hear, () => void presence.ask());
      await presence.ask();
      onTestFinished(async () => {
        presence.close();
        await unsubscribe();
        await realtime.close();
      });
      return presence;
    };
    onTestFinished(() => world.close());
    const shown = (presence: Awaited<ReturnType<typeof begin>>) => Object.fromEntries(presence.at(room).map(({ agentId, mode }) => [agentId, mode]));
    const [one, two] = [await begin(), await begin()];
    await one.say({ ...room, agentId: ada, device: "a", mode: "viewing" });
    await until("the other has heard", () => two.at(room).length === 1);
    await two.say({ ...room, agentId: grace, device: "b", mode: "typing" });
    await until("they agree", () => one.at(room).length === 2);
    now += 1000;
    const late = await begin();
    await until("who begins late has asked", () => late.at(room).length === 2);
    for (const presence of [one, two, late]) expect(shown(presence)).toEqual({ [ada]: "viewing", [grace]: "typing" });
    await two.say({ ...room, agentId: grace, device: "b", mode: "gone" });
    await until("all see her leave", () => [one, late].every((presence) => presence.at(room).length === 1));
    // Nobody says anything any more: what was told again to the late one holds no longer for it.
    now += presenceTimes.lastsMs - 1000;
    await until("all have forgotten", () => [one, two, late].every((presence) => presence.at(room).length === 0));
    expect(one.rooms(workspaceId)).toEqual([]);
  });
});
