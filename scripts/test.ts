import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { withFreshInstance } from "./instance/fresh-instance.ts";
import { root } from "./instance/home.ts";
import { progress, say } from "./instance/say.ts";

/**
 * Everything, in one command: types, lint and walls; unit tests; tests on real Postgres (and Redis where the machine has
 * it); the built product in Chromium; its processes killed under load. Ends with one line of totals. A step that fails does not keep the others from
 * running. `npm test -- unit integration` runs only the steps named.
 */
type Count = { passed: number; failed: number; skipped: number };

const work = mkdtempSync(path.join(os.tmpdir(), "onethread-report-"));
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const children = new Set<ReturnType<typeof spawn>>();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}

function run(args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  children.add(child);
  return new Promise((resolve) =>
    child.once("exit", (code) => {
      children.delete(child);
      resolve(code ?? 1);
    }),
  );
}

function add(count: Count): Count {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  return count;
}

async function check(): Promise<Count> {
  const code = await run(["--import", "tsx", "scripts/check.ts"]);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function vitest(project: string): Promise<Count> {
  const file = path.join(work, `${project}.json`);
  const code = await run([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    numFailedTestSuites: number;
  };
  // A file that can't even be loaded has no failed test in it, and must fail all the same.
  const failed = report.numFailedTests || (code === 0 ? 0 : Math.max(1, report.numFailedTestSuites));
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

async function browser(): Promise<Count> {
  const count = await withFreshInstance(async (demoFile) => {
    const file = path.join(work, "browser.json");
    await run(["node_modules/@playwright/test/cli.js", "test"], { ONETHREAD_DEMO_FILE: demoFile, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
    if (!existsSync(file)) return null;
    const { stats } = JSON.parse(readFileSync(file, "utf8")) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  });
  return count ?? { passed: 0, failed: 1, skipped: 0 };
}

/** What fits into four minutes; `npm run chaos` does all of it. */
const everyTime = ["F1", "F2", "F3", "F4", "F9"];

/** One passed or failed per fault. After the journeys, so that the console is built. */
async function chaos(): Promise<Count> {
  const file = path.join(work, "chaos.json");
  const code = await run(["--import", "tsx", "scripts/chaos.ts", "--small", "--report", file, ...everyTime]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const results = JSON.parse(readFileSync(file, "utf8")) as { violations: string[]; skipped?: string }[];
  const failed = results.filter(({ violations }) => violations.length > 0).length || (code === 0 ? 0 : 1);
  const skipped = results.filter((one) => one.skipped).length;
  return { passed: Math.max(0, results.length - failed - skipped), failed, skipped };
}

const steps: Record<string, { what: string; work: () => Promise<Count> }> = {
  check: { what: "Types, lint, walls", work: check },
  unit: { what: "Unit tests", work: () => vitest("unit") },
  integration: { what: "Tests on real Postgres and Redis", work: () => vitest("integration") },
  browser: { what: "Journeys in Chromium on the built product", work: browser },
  chaos: { what: "Killing its processes: nothing lost, nothing doubled", work: chaos },
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps[name]);
if (unknown.length > 0) {
  say(`There is no step ${unknown.join(", ")}. The steps: ${Object.keys(steps).join(", ")}.`);
  process.exit(1);
}
const chosen = Object.entries(steps).filter(([name]) => asked.length === 0 || asked.includes(name));
const { step } = progress(chosen.length);
for (const [, { what, work: doIt }] of chosen) {
  const count = await step(what, async () => add(await doIt()));
  say(`      ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
}
rmSync(work, { recursive: true, force: true });
if (total.skipped > 0) say(`\n${total.skipped} tests were SKIPPED: see above for what this machine lacks.`);
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
