import { rmSync } from "node:fs";
import { sleep } from "../../until.ts";
import type { Fault } from "../fault.ts";
import { untilProgress } from "./until-progress.ts";

/** F4, in turns: killed and started again, emptied, killed and its files gone. */
export const loseRedis: Fault = {
  name: "F4",
  what: "Redis killed, emptied, its files deleted",
  strikes: { small: 2, full: 20 },
  webhooks: { small: 600, full: 20_000 },
  unfit: ({ stage }) => (stage.instance.redis ? null : "there is no redis-server on this machine"),
  strike: async ({ stage: { instance } }, round) => {
    const { redis } = instance;
    if (!redis) return 0;
    const started = performance.now();
    if (round % 3 === 1) await redis.command("FLUSHALL");
    else {
      await redis.kill();
      if (round % 3 === 2) rmSync(redis.folder, { recursive: true, force: true });
      await sleep(1000);
      await redis.start();
    }
    await untilProgress(instance);
    return performance.now() - started;
  },
};
