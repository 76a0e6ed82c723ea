import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Instance } from "./instance.ts";
import { until } from "./until.ts";

const root = path.join(import.meta.dirname, "../../../..");

/** One more worker of the same installation, with the settings of the first and what `env` changes. Nobody starts it again. */
export async function startSecondWorker(instance: Instance, env: Record<string, string> = {}): Promise<{ stop(): Promise<void> }> {
  const settings = readFileSync(`/proc/${instance.pid("worker")}/environ`, "utf8")
    .split("\0")
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as const);
  const child = spawn(process.execPath, ["--import", "tsx", "apps/worker/src/main.ts"], {
    cwd: root,
    env: { ...Object.fromEntries(settings), ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (said.length < 100_000) said += chunk.toString("utf8");
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await until("the second worker is up", () => said.includes("the worker is up"), { every: 50 });
  return {
    stop: async () => {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
}
