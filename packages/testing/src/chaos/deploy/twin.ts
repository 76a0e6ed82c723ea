import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Instance, ProcessName } from "../instance.ts";

const root = path.join(import.meta.dirname, "../../../../..");

export type Twin = {
  /** SIGTERM, as a deployment does; answers how long it took to end, in milliseconds. It is started again at once. */
  roll(): Promise<number>;
  stop(): Promise<void>;
};

/** A second process of one kind: started as the first one was, with the settings of the first and what `env` changes. */
export function startTwin(instance: Instance, name: ProcessName, env: Record<string, string>, args: (of: string[]) => string[] = (of) => of): Twin {
  const of = (file: string) =>
    readFileSync(`/proc/${instance.pid(name)}/${file}`, "utf8")
      .split("\0")
      .filter(Boolean);
  const settings = Object.fromEntries(of("environ").map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
  const [node = process.execPath, ...rest] = of("cmdline");
  const log = openSync(path.join(instance.logs, `second-${name}.log`), "a");
  let child: ChildProcess;
  let ended: Promise<void> = Promise.resolve();
  let stopping = false;
  const start = () => {
    const started = spawn(node, args(rest), { cwd: root, env: { ...settings, ...env }, stdio: ["ignore", log, log] });
    child = started;
    ended = new Promise((resolve) => started.once("exit", () => resolve()));
    void ended.then(() => stopping || start());
  };
  start();
  const end = async () => {
    const began = performance.now();
    const gone = ended;
    const ending = child;
    ending.kill("SIGTERM");
    // As any that deploys: who does not go is made to.
    const late = setTimeout(() => ending.kill("SIGKILL"), 15_000);
    await gone;
    clearTimeout(late);
    return performance.now() - began;
  };
  return {
    roll: end,
    stop: async () => {
      stopping = true;
      await end();
    },
  };
}
