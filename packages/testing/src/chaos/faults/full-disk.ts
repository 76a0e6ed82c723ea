import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { sleep } from "../../until.ts";
import type { Fault } from "../fault.ts";
import { untilProgress } from "./until-progress.ts";

/** F12: no byte left under Postgres. Recovered: seconds after there is room again, with nobody's help. */
export const fullDisk: Fault = {
  name: "F12",
  what: "the disk under Postgres is full",
  strikes: { small: 1, full: 5 },
  webhooks: { small: 600, full: 10_000 },
  perSecond: { small: 100, full: 200 },
  strike: async ({ stage: { instance }, sender }) => {
    const ballast = path.join(instance.home, "postgres/ballast");
    const refused = sender.latencies.refused.length;
    for (let i = 0; i < 12; i++) {
      // Postgres gives room back as it goes: filled again and again.
      spawnSync("sh", ["-c", `cat /dev/zero >> '${ballast}' 2>/dev/null`]);
      await sleep(500);
    }
    const turnedAway = sender.latencies.refused.length - refused;
    rmSync(ballast, { force: true });
    const started = performance.now();
    await instance.untilReady();
    await untilProgress(instance);
    if (turnedAway === 0) throw new Error("no webhook was turned away: the disk was not full enough to be a test");
    return performance.now() - started;
  },
};
