import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./home.ts";
import { Stop } from "./say.ts";

/** Something for browsers that is built once: what it is made of, how, and where it is noted that it was. */
type Build = { name: string; app: string; stamp: string; sources: string[]; commands: string[][] };

const consoleBuild: Build = {
  name: "console",
  app: "apps/console",
  stamp: ".next/onethread-build",
  sources: [
    "apps/console/src",
    "apps/console/messages",
    "apps/console/next.config.ts",
    "apps/console/package.json",
    "packages/core/src",
    "packages/api-client/src",
    "pnpm-lock.yaml",
  ],
  commands: [["node_modules/next/dist/bin/next", "build"]],
};

const widgetBuild: Build = {
  name: "chat widget",
  app: "apps/widget",
  stamp: "dist/onethread-build",
  sources: ["apps/widget/src", "apps/widget/build.mjs", "apps/widget/package.json", "packages/widget/src", "pnpm-lock.yaml"],
  commands: [["build.mjs"]],
};

function* files(target: string): Generator<string> {
  if (statSync(target).isFile()) {
    yield target;
    return;
  }
  for (const name of readdirSync(target).sort()) yield* files(path.join(target, name));
}

function fingerprint({ sources }: Build): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of files(path.join(root, source))) hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

const stampOf = ({ app, stamp }: Build): string => path.join(root, app, stamp);
const isStale = (build: Build): boolean => !existsSync(stampOf(build)) || readFileSync(stampOf(build), "utf8") !== fingerprint(build);

export const arePagesStale = (): boolean => [consoleBuild, widgetBuild].some(isStale);

/** Builds the console and the chat widget when their sources have changed. An interrupted build leaves no stamp and is done again. */
export async function buildPages(logs: string): Promise<void> {
  await Promise.all([build(consoleBuild, path.join(logs, "build.log")), build(widgetBuild, path.join(logs, "build-widget.log"))]);
}

async function build(what: Build, logFile: string): Promise<void> {
  const wanted = fingerprint(what);
  if (!isStale(what)) return;
  rmSync(stampOf(what), { force: true });
  const output: Buffer[] = [];
  for (const command of what.commands) {
    const child = spawn(process.execPath, command, {
      cwd: path.join(root, what.app),
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    });
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    const code = await new Promise((resolve) => child.once("exit", resolve));
    const said = Buffer.concat(output);
    writeFileSync(logFile, said);
    if (code !== 0)
      throw new Stop(`The ${what.name} could not be built. What the build said is in ${logFile}:\n${said.toString("utf8").slice(-2000)}`);
  }
  writeFileSync(stampOf(what), wanted);
}
