import type { Fault } from "../fault.ts";
import { untilProgress } from "./until-progress.ts";

/** F1. Recovered: a webhook is worked off again. */
export const killWorker: Fault = {
  name: "F1",
  what: "kill -9 of the worker",
  strikes: { small: 3, full: 20 },
  webhooks: { small: 600, full: 100_000 },
  strike: async ({ stage: { instance } }) => {
    const started = performance.now();
    const killed = instance.kill("worker");
    await instance.untilRestarted("worker", killed);
    await untilProgress(instance);
    return performance.now() - started;
  },
};
