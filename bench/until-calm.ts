import os from "node:os";
import { sleep } from "../packages/testing/src/until.ts";

/** The share of time the processors had nothing to do, over a second. */
async function idleShare(): Promise<number> {
  const sum = () => {
    const all = os.cpus().map(({ times }) => times);
    const idle = all.reduce((whole, { idle }) => whole + idle, 0);
    return { idle, whole: all.reduce((whole, times) => whole + Object.values(times).reduce((a, b) => a + b, 0), 0) };
  };
  const before = sum();
  await sleep(1000);
  const after = sum();
  return (after.idle - before.idle) / Math.max(1, after.whole - before.whole);
}

/**
 * Waits until what was set in motion to prepare a measurement has come to rest: nine tenths of the processors idle for five
 * seconds. After two minutes it goes on all the same; answers whether it was calm by then.
 */
export async function untilCalm(): Promise<boolean> {
  let calm = 0;
  for (let second = 0; second < 120 && calm < 5; second++) calm = (await idleShare()) >= 0.9 ? calm + 1 : 0;
  return calm >= 5;
}
