import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import path from "node:path";
import { bundleApp } from "./bundle-app.ts";

/** Further workers and gateways beside those of `npm start`; what dies is started again at once. */
export type Crew = { stop(): Promise<void> };

export type CrewMember = { app: "worker" | "gateway"; env: Record<string, string> };

export async function startCrew(members: readonly CrewMember[], logs: string): Promise<Crew> {
  const scripts = { worker: await bundleApp("worker", logs), gateway: await bundleApp("gateway", logs) };
  const ends = members.map((member, index) => keepRunning(member, scripts[member.app], path.join(logs, `extra-${member.app}-${index}.log`)));
  return { stop: async () => void (await Promise.all(ends.map((end) => end()))) };
}

function keepRunning({ env }: CrewMember, script: string, logFile: string): () => Promise<void> {
  const log = openSync(logFile, "a");
  let child: ChildProcess | undefined;
  let stopping = false;
  let ended: Promise<void> = Promise.resolve();
  const start = () => {
    const started = spawn(process.execPath, [script], { env, stdio: ["ignore", log, log] });
    child = started;
    ended = new Promise((resolve) => started.once("exit", () => resolve()));
    void ended.then(() => stopping || start());
  };
  start();
  return async () => {
    stopping = true;
    child?.kill("SIGCONT");
    child?.kill("SIGTERM");
    await ended;
  };
}
