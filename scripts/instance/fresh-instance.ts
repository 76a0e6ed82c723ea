import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "@onethread/db/embedded";
import { root } from "./home.ts";

/**
 * Runs `work` against a whole new installation with its demo, in a folder and on ports of its own, and takes it down
 * again. `demoFile`: where it says how to get in. null: it did not come up.
 */
export async function withFreshInstance<T>(work: (demoFile: string) => Promise<T>): Promise<T | null> {
  const home = mkdtempSync(path.join(os.tmpdir(), "onethread-e2e-"));
  const env = {
    ONETHREAD_HOME: home,
    PORT: String(await freePort()),
    GATEWAY_PORT: String(await freePort()),
    SIMULATOR_PORT: String(await freePort()),
    DATABASE_URL: "",
    REDIS_URL: "",
    ONETHREAD_DEMO: "1",
    // Many people of the journeys sign in from one machine.
    SIGN_INS_PER_MINUTE: "200",
  };
  const instance = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  const stop = (signal: NodeJS.Signals) => () => void instance.kill(signal);
  const [onInt, onTerm] = [stop("SIGINT"), stop("SIGTERM")];
  process.on("SIGINT", onInt).on("SIGTERM", onTerm);
  const ended = new Promise<void>((resolve) => instance.once("exit", () => resolve()));
  try {
    const demoFile = path.join(home, "demo.json");
    const up = await waitFor(
      () => existsSync(demoFile),
      () => instance.exitCode !== null,
      240,
    );
    return up ? await work(demoFile) : null;
  } finally {
    instance.kill("SIGTERM");
    await ended;
    process.off("SIGINT", onInt).off("SIGTERM", onTerm);
    rmSync(home, { recursive: true, force: true });
  }
}

async function waitFor(done: () => boolean, given: () => boolean, seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (done()) return true;
    if (given()) return false;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
