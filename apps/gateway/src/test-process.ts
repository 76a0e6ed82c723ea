import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";

const root = path.join(import.meta.dirname, "../../..");

export type TestProcess = {
  /** Every line it has printed, on either stream. */
  lines: string[];
  /** Waits for a line in its log from the `from`th on. */
  line(wanted: (line: string) => boolean, from?: number): Promise<string>;
  /** kill -9: nothing of it runs any more when this settles. */
  kill(): Promise<void>;
  /** SIGTERM, as a deployment does. */
  stop(): Promise<void>;
};

/** An app of the product as a process of its own, with exactly this environment. */
export function startProcess(app: "gateway" | "worker", env: Record<string, string>): TestProcess {
  const child = spawn(process.execPath, ["--import", "tsx", `apps/${app}/src/main.ts`], { cwd: root, stdio: ["ignore", "pipe", "pipe"], env });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", (line) => lines.push(line));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    lines,
    line: (wanted, from = 0) => lineOf(child, lines, wanted, from),
    kill: () => end(child, "SIGKILL", ended),
    stop: () => end(child, "SIGTERM", ended),
  };
}

async function lineOf(child: ChildProcess, lines: string[], wanted: (line: string) => boolean, from: number): Promise<string> {
  for (const end = Date.now() + 60_000; ; ) {
    const found = lines.slice(from).find(wanted);
    if (found !== undefined) return found;
    if (child.exitCode !== null || Date.now() > end) throw new Error(`the line did not come; the last ones:\n${lines.slice(-10).join("\n")}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await ended;
}
