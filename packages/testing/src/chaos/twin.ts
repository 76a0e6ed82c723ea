import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Instance, ProcessName } from "./instance.ts";

const root = path.join(import.meta.dirname, "../../../..");

export type Twin = {
  /** Everything that second processes of this kind have printed so far. */
  log(): string;
  /** SIGTERM, as a deployment does; answers how long it took to end, in milliseconds. */
  roll(): Promise<number>;
  stop(): Promise<void>;
};

export type TwinOptions = {
  /** What differs from the first one's environment. */
  env?: Record<string, string>;
  /** What differs in its command line. */
  args?: (of: string[]) => string[];
  /** Started again at once whenever it ends, as a supervisor would. */
  again?: boolean;
};

/** Any that deploys makes those go who do not go by themselves. Milliseconds. */
const patience = 15_000;

/** A second process of one kind: started as the first one was, with its settings. */
export function startTwin(instance: Instance, name: ProcessName, { env = {}, args = (of) => of, again = false }: TwinOptions = {}): Twin {
  const of = (file: string) =>
    readFileSync(`/proc/${instance.pid(name)}/${file}`, "utf8")
      .split("\0")
      .filter(Boolean);
  const settings = Object.fromEntries(of("environ").map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
  const [node = process.execPath, ...rest] = of("cmdline");
  const file = path.join(instance.logs, `second-${name}.log`);
  const log = openSync(file, "a");
  let child: ChildProcess;
  let ended: Promise<void> = Promise.resolve();
  let stopping = false;
  const start = () => {
    const started = spawn(node, args(rest), { cwd: root, env: { ...settings, ...env }, stdio: ["ignore", log, log] });
    child = started;
    ended = new Promise((resolve) => started.once("exit", () => resolve()));
    if (again) void ended.then(() => stopping || start());
  };
  start();
  const roll = async () => {
    const began = performance.now();
    const [gone, ending] = [ended, child];
    ending.kill("SIGTERM");
    const late = setTimeout(() => ending.kill("SIGKILL"), patience);
    await gone;
    clearTimeout(late);
    return performance.now() - began;
  };
  return {
    log: () => readFileSync(file, "utf8"),
    roll,
    stop: async () => {
      stopping = true;
      await roll();
    },
  };
}
