import { readFileSync } from "node:fs";
import path from "node:path";
import { newId } from "@onethread/db/client";
import { openRealtime } from "@onethread/realtime";
import { until } from "../../until.ts";
import type { Arena, Fault } from "../fault.ts";
import { openLiveClient } from "../live/live-client.ts";
import { makeApiKeys } from "../live/make-api-keys.ts";
import { openSilentClient, type SilentClient } from "../live/silent-client.ts";
import { memoryOf } from "../memory-of.ts";

/** From the first news they do not read; the gateway promises two heartbeats (30 s) from when the kernel takes no more. Seconds. */
const droppedWithin = 60;
/** What the gateway may hold for one of them, and what work like this makes it hold anyway: garbage not yet collected. Megabytes. */
const perClient = 1;
const allowance = 160;
/** The kernel takes some 3 MB for each before the gateway notices anything: traffic alone would need minutes. */
const floodPerSecond = 60;
const idsOfOne = 150;

const said = "a live client does not read";

/** F13. Struck once: nobody reads until the last of them is let go. */
export const slowConsumers: Fault = {
  name: "F13",
  what: "clients of the live stream that read a byte a second or nothing, beside agents who read",
  strikes: { small: 1, full: 1 },
  webhooks: { small: 900, full: 10_000 },
  agents: { small: 40, full: 200 },
  strike: async (arena) => {
    const { instance, workspaces } = arena.stage;
    const { gatewayUrl } = instance;
    const [workspace] = workspaces;
    if (!workspace) throw new Error("no workspace");
    const log = () => readFileSync(path.join(instance.logs, "gateway.log"), "utf8").split(said).length - 1;
    const before = { dropped: log(), memory: memoryOf(instance.pid("gateway")) };
    const count = arena.full ? 50 : 10;
    const [apiKey = "", ...keys] = await makeApiKeys(instance.owner, workspace.id, count + 1);
    const silent: SilentClient[] = [await openSilentClient(gatewayUrl, apiKey, 1)];
    for (const key of keys) silent.push(await openSilentClient(gatewayUrl, key, 0));
    const flood = await startFlood(arena, workspace.id);
    let most = before.memory;
    try {
      const dropped = () => {
        most = Math.max(most, memoryOf(instance.pid("gateway")));
        return log() - before.dropped >= silent.length;
      };
      const took = await until(`${silent.length} clients that do not read are dropped`, dropped, { seconds: droppedWithin, every: 250 });
      await flood.stop();
      const cut = await Promise.all(silent.map((client) => client.untilCutOff()));
      if (cut.includes(false)) throw new Error("a client that did not read was told that it has heard everything");
      const bar = before.memory + silent.length * perClient + allowance;
      if (most > bar) throw new Error(`the gateway held ${most} MB, ${before.memory} before: more than ${bar}`);
      const others = log() - before.dropped - silent.length;
      if (others > 0) throw new Error(`${others} clients that read were dropped`);
      // They come back as anybody does, and are told to fetch everything.
      for (const key of [apiKey, ...keys.slice(0, 4)]) {
        const random = arena.random.fork(`back ${key}`);
        arena.clients.push(openLiveClient({ gatewayUrl, workspaceId: workspace.id, apiKey: key, random, pause: 400, keep: false }));
      }
      arena.notes.push(
        `${silent.length} clients that did not read were dropped within ${(took / 1000).toFixed(1)} s and ${flood.megabytes().toFixed(1)} MB of news; ` +
          `the gateway held ${before.memory} MB before, ${most} at most, ${memoryOf(instance.pid("gateway"))} after; ${arena.audience.agents.length} agents read on`,
      );
      return took;
    } finally {
      await flood.stop();
      for (const client of silent) client.close();
    }
  },
};

/** News beside that of the traffic, as the worker would tell it: labels that nobody has. */
async function startFlood({ stage: { instance } }: Arena, workspaceId: string): Promise<{ stop(): Promise<void>; megabytes(): number }> {
  const realtime = openRealtime({ databaseUrl: instance.databaseUrl, redisUrl: instance.redis?.url, onError: () => {} });
  const ids = Array.from({ length: idsOfOne }, () => newId());
  let told = 0;
  const timer = setInterval(() => {
    told++;
    void realtime.publish([{ workspaceId, kind: "label", ids }]);
  }, 1000 / floodPerSecond);
  let stopped: Promise<void> | undefined;
  return {
    // A TypeID, its quotes and its comma.
    megabytes: () => (told * idsOfOne * 33) / 1024 / 1024,
    stop: () => {
      clearInterval(timer);
      stopped ??= realtime.close();
      return stopped;
    },
  };
}
