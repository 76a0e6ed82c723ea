import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import path from "node:path";
import { root } from "./home.ts";
import { Stop, say } from "./say.ts";

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** What a process was started as; "" where that can't be told. */
const commandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
};

const readPid = (file: string): number => Number(readFileSync(file, "utf8").trim()) || 0;

/** One `npm start` per data folder. */
export function claimFolder(run: string, home: string): void {
  const file = path.join(run, "start.pid");
  if (existsSync(file)) {
    const pid = readPid(file);
    if (pid && pid !== process.pid && alive(pid) && commandLine(pid).includes("scripts/start.ts")) {
      throw new Stop(
        `Onethread is already running from ${home} (process ${pid}). Stop it first, or set ONETHREAD_HOME to another folder and other ports.`,
      );
    }
  }
  writeFileSync(file, String(process.pid));
}

/** Ends what a killed run left behind: only processes that a pid file of this folder names and that still are ours. */
export async function clearLeftovers(run: string): Promise<void> {
  for (const name of readdirSync(run).filter((file) => file.endsWith(".pid") && file !== "start.pid" && file !== "postgres.pid")) {
    const file = path.join(run, name);
    const pid = readPid(file);
    const ours = pid > 0 && alive(pid) && /apps\/(gateway|worker|console)|packages\/simulator/.test(commandLine(pid));
    if (ours) {
      say(`A ${name.replace(".pid", "")} of an earlier run is still there (process ${pid}): ending it.`);
      process.kill(pid, "SIGTERM");
      for (let i = 0; i < 50 && alive(pid); i++) await new Promise((resolve) => setTimeout(resolve, 100));
      if (alive(pid)) process.kill(pid, "SIGKILL");
    }
    rmSync(file, { force: true });
  }
  rmSync(path.join(root, "apps/console/.next/lock"), { force: true });
}

/** Says plainly which port is in the way, before anything is started. */
export async function refuseTakenPorts(ports: { name: string; port: number; variable: string }[]): Promise<void> {
  for (const { name, port, variable } of ports) {
    if (!(await isTaken(port))) continue;
    throw new Stop(
      `Port ${port}, which the ${name} needs, is used by another program. Stop that program, or choose another port: ${variable}=${port + 100} npm start`,
    );
  }
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    const done = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
    socket.setTimeout(1000, () => done(true));
  });
}
