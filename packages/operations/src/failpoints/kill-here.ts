import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { FailpointName } from "./names.ts";

/**
 * Ends this process, as kill -9 does, at the point that was named. Loaded only by processes that were started with
 * `--conditions=chaos`; it is not in the image.
 *
 * `ONETHREAD_FAILPOINT`: a point's name, then every process that passes it dies there; or a folder, then one process
 * dies for each file put there under a point's name. The file may hold another signal, `SIGSTOP` for one. Who got it
 * leaves its pid in `<name>.hit`.
 */
// biome-ignore lint/style/noProcessEnv: nobody hands anything in to where a process is to end.
const armed = process.env.ONETHREAD_FAILPOINT ?? "";

/** A request that was handed over leaves only when the event loop turns. Milliseconds. */
const untilItIsOut = 100;

export function failpoint(name: FailpointName): void | Promise<void> {
  const signal = armed.startsWith("/") ? take(name) : name === armed ? "SIGKILL" : null;
  if (signal === null) return;
  if (name === "call.out") return new Promise((resolve) => setTimeout(resolve, untilItIsOut)).then(() => void process.kill(process.pid, signal));
  process.kill(process.pid, signal);
}

function take(name: FailpointName): NodeJS.Signals | null {
  const file = path.join(armed, name);
  if (!existsSync(file)) return null;
  const mine = `${file}.${process.pid}`;
  try {
    // Of several processes at the same point one gets the file.
    renameSync(file, mine);
  } catch {
    return null;
  }
  const signal = readFileSync(mine, "utf8").trim() || "SIGKILL";
  writeFileSync(`${mine}.pid`, String(process.pid));
  renameSync(`${mine}.pid`, `${file}.hit`);
  return signal as NodeJS.Signals;
}
