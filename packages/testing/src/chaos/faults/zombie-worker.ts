import { sleep } from "../../until.ts";
import type { Fault } from "../fault.ts";
import { startSecondWorker } from "../second-worker.ts";
import { untilProgress } from "./until-progress.ts";

/** F17: a worker sleeps past its locks, another takes over, the first wakes up. Recovered: the other works. */
export const zombieWorker: Fault = {
  name: "F17",
  what: "a worker stopped past its locks, then awake again (SIGSTOP, SIGCONT)",
  strikes: { small: 1, full: 5 },
  webhooks: { small: 600, full: 10_000 },
  perSecond: { small: 60, full: 150 },
  strike: async ({ stage: { instance }, full }) => {
    const second = await startSecondWorker(instance);
    try {
      const slept = instance.pause("worker");
      // Jobs' locks last 5 s (packages/jobs); a transaction left open lasts 30 s.
      const over = sleep(full ? 20_000 : 9000);
      const ms = await untilProgress(instance);
      await over;
      process.kill(slept, "SIGCONT");
      await sleep(1000);
      return ms;
    } finally {
      await second.stop();
    }
  },
};
