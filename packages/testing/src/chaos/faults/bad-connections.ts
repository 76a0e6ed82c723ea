import type { TcpProxy } from "../../tcp-proxy.ts";
import { sleep } from "../../until.ts";
import type { Fault } from "../fault.ts";
import { untilProgress } from "./until-progress.ts";

/** The way to Postgres slow, silent, broken, half closed, in turns. Recovered: ready, and webhooks are worked off. */
export const badConnections = (proxy: () => TcpProxy): Fault => ({
  name: "F21",
  what: "connections to Postgres slow, silent, reset, half closed",
  strikes: { small: 4, full: 20 },
  webhooks: { small: 800, full: 20_000 },
  strike: async ({ stage: { instance } }, round) => {
    const way = proxy();
    if (round % 4 === 0) way.weather({ delayMs: 200, stalled: false });
    if (round % 4 === 1) way.weather({ delayMs: 0, stalled: true });
    if (round % 4 === 2) way.resetAll();
    if (round % 4 === 3) way.halfCloseAll();
    if (round % 4 < 2) await sleep(5000);
    way.weather({ delayMs: 0, stalled: false });
    const started = performance.now();
    await instance.untilReady();
    await untilProgress(instance);
    return performance.now() - started;
  },
});
