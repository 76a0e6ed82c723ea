import { type ChildProcess, spawn } from "node:child_process";
import { openSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./home.ts";
import { say } from "./say.ts";

export type Supervised = { stop(): Promise<void>; pid(): number | undefined };

export type SupervisedOptions = { name: string; args: string[]; env: Record<string, string | undefined>; run: string; logs: string };

/** Starts a process of ours and starts it again whenever it ends: at once, then at most 5 s apart. */
export function supervise({ name, args, env, run, logs }: SupervisedOptions): Supervised {
  const log = openSync(path.join(logs, `${name}.log`), "a");
  const pidFile = path.join(run, `${name}.pid`);
  let child: ChildProcess | undefined;
  let stopping = false;
  let failures = 0;

  function start(): void {
    const started = Date.now();
    child = spawn(process.execPath, args, { cwd: root, env: env as NodeJS.ProcessEnv, stdio: ["ignore", log, log] });
    if (child.pid) writeFileSync(pidFile, String(child.pid));
    child.once("exit", (code, signal) => {
      if (stopping) return;
      failures = Date.now() - started > 30_000 ? 0 : failures + 1;
      const wait = failures <= 1 ? 0 : Math.min(5000, 500 * 2 ** (failures - 2));
      say(`The ${name} ended (${signal ?? `code ${code}`}) and is started again. Its log: ${path.join(logs, `${name}.log`)}`);
      setTimeout(() => stopping || start(), wait);
    });
  }
  start();

  return {
    pid: () => child?.pid,
    stop: async () => {
      stopping = true;
      const running = child;
      if (running && running.exitCode === null && running.signalCode === null) {
        const ended = new Promise((resolve) => running.once("exit", resolve));
        running.kill("SIGTERM");
        const timer = setTimeout(() => running.kill("SIGKILL"), 10_000);
        await ended;
        clearTimeout(timer);
      }
      rmSync(pidFile, { force: true });
    },
  };
}
