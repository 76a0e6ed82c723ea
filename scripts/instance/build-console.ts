import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./home.ts";
import { Stop } from "./say.ts";

const app = path.join(root, "apps/console");
const stamp = path.join(app, ".next/onethread-build");
const sources = [
  "apps/console/src",
  "apps/console/messages",
  "apps/console/next.config.ts",
  "apps/console/package.json",
  "packages/core/src",
  "packages/api-client/src",
  "pnpm-lock.yaml",
];

function* files(target: string): Generator<string> {
  if (statSync(target).isFile()) {
    yield target;
    return;
  }
  for (const name of readdirSync(target).sort()) yield* files(path.join(target, name));
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of files(path.join(root, source))) hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

export const isConsoleStale = (): boolean => !existsSync(stamp) || readFileSync(stamp, "utf8") !== fingerprint();

/** Builds the console when its sources have changed. An interrupted build leaves no stamp and is done again. */
export async function buildConsole(logFile: string): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(stamp, { force: true });
  const output: Buffer[] = [];
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    cwd: app,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve) => child.once("exit", resolve));
  writeFileSync(logFile, Buffer.concat(output));
  if (code !== 0)
    throw new Stop(`The console could not be built. What the build said is in ${logFile}:\n${Buffer.concat(output).toString("utf8").slice(-2000)}`);
  writeFileSync(stamp, wanted);
}
