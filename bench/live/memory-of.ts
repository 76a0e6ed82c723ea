import type { ChildProcess } from "node:child_process";
import { sleep } from "../../packages/testing/src/until.ts";

/** Bytes. */
export type Memory = { rss: number; heapUsed: number; external: number };

const ask = (child: ChildProcess): Promise<Memory> =>
  new Promise((resolve) => {
    child.once("message", (answer) => resolve(answer as Memory));
    child.send("memory");
  });

/** What a process with the probe holds: the least of a few looks, so that what is only on its way does not count. */
export async function memoryOf(child: ChildProcess): Promise<Memory> {
  const looks: Memory[] = [];
  for (let look = 0; look < 4; look++) {
    looks.push(await ask(child));
    await sleep(500);
  }
  const least = (part: keyof Memory) => Math.min(...looks.map((one) => one[part]));
  return { rss: least("rss"), heapUsed: least("heapUsed"), external: least("external") };
}
