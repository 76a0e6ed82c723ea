// The one entry of `npm start`, `npm test` and their like: needs only Node and npm. Installs with a pinned pnpm when the
// lockfile has changed, generates the database client, then runs the task.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const pnpm = "pnpm@12.21.0";
const root = path.join(import.meta.dirname, "..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Onethread needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
const [task, ...rest] = process.argv.slice(2);
if (!task || !existsSync(path.join(root, "scripts", `${task}.ts`))) {
  process.stderr.write("Usage: node scripts/run.mjs <task>\n");
  process.exit(1);
}
// npm hands its own settings to scripts, and pnpm would read them as its own.
const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_(config|package|lifecycle)_/i.test(key)));

let child;
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child?.kill(signal));

function run(command, args) {
  return new Promise((resolve) => {
    child = spawn(command, args, { cwd: root, env, stdio: "inherit", shell: process.platform === "win32" });
    child.on("error", (error) => {
      process.stderr.write(`${command} can't be run: ${error.message}\n`);
      resolve(1);
    });
    child.on("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}

async function must(command, args) {
  const code = await run(command, args);
  if (code !== 0) process.exit(code);
}

const digest = (...files) => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
};
const stale = (stamp, wanted) => !existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted;

const installed = path.join(root, "node_modules/.installed");
const lock = digest("pnpm-lock.yaml", "pnpm-workspace.yaml");
if (stale(installed, lock)) {
  process.stdout.write("Installing the dependencies (once, under a minute) …\n");
  rmSync(installed, { force: true });
  await must("npx", ["--yes", pnpm, "install", "--frozen-lockfile", "--reporter=append-only"]);
  writeFileSync(installed, lock);
}
const generated = path.join(root, "packages/db/src/generated/.generated");
const models = readdirSync(path.join(root, "prisma/schema")).sort();
const schema = digest(...models.map((file) => `prisma/schema/${file}`), "pnpm-lock.yaml");
if (stale(generated, schema)) {
  process.stdout.write("Generating the database client …\n");
  await must(process.execPath, ["node_modules/prisma/build/index.js", "generate"]);
  writeFileSync(generated, schema);
}
process.exit(await run(process.execPath, ["--import", "tsx", path.join("scripts", `${task}.ts`), ...rest]));
