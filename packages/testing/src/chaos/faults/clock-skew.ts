import { existsSync, writeFileSync } from "node:fs";
import { sleep } from "../../until.ts";
import type { Fault } from "../fault.ts";
import { startSecondWorker } from "../second-worker.ts";
import { untilProgress } from "./until-progress.ts";

const library = ["/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"].find((file) =>
  existsSync(file),
);

/** Environment under which processes read their clock's error from a file. */
export const skewable = (file: string): Record<string, string> =>
  library ? { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: "1", FAKETIME_DONT_FAKE_MONOTONIC: "1" } : {};

/**
 * F10: gateway and worker two hours ahead, ten minutes behind, and set back five minutes, while Postgres, the platform
 * and a second worker keep the time; for a while only that one works.
 */
export const clockSkew = (file: string): Fault => ({
  name: "F10",
  what: "clocks that differ (libfaketime)",
  strikes: { small: 3, full: 9 },
  webhooks: { small: 600, full: 5000 },
  perSecond: { small: 60, full: 60 },
  unfit: () => (library ? null : "libfaketime is not on this machine (apt-get install libfaketime)"),
  strike: async ({ stage: { instance } }, round) => {
    const second = await startSecondWorker(instance, { LD_PRELOAD: "" });
    try {
      writeFileSync(file, ["+2h", "-10m", "-5m"][round % 3] ?? "+0");
      await sleep(500);
      const slept = instance.pause("worker");
      try {
        return await untilProgress(instance);
      } finally {
        process.kill(slept, "SIGCONT");
        await sleep(1500);
      }
    } finally {
      await second.stop();
    }
  },
  after: async () => writeFileSync(file, "+0"),
});
