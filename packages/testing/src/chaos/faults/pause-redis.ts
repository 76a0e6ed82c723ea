import { sleep } from "../../until.ts";
import type { Fault } from "../fault.ts";
import { untilProgress } from "./until-progress.ts";

/** F5. Recovered: webhooks are worked off again, which the sweep does while Redis still hangs. */
export const pauseRedis: Fault = {
  name: "F5",
  what: "Redis hangs (SIGSTOP)",
  strikes: { small: 1, full: 3 },
  webhooks: { small: 600, full: 10_000 },
  perSecond: { small: 100, full: 200 },
  unfit: ({ stage }) => (stage.instance.redis ? null : "there is no redis-server on this machine"),
  strike: async ({ stage: { instance }, full }) => {
    const redis = instance.redis?.pid() ?? 0;
    process.kill(redis, "SIGSTOP");
    const hung = sleep(full ? 30_000 : 8000);
    try {
      return await untilProgress(instance);
    } finally {
      await hung;
      process.kill(redis, "SIGCONT");
    }
  },
};
