import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type ChaosResult, scenarios } from "../packages/testing/src/chaos/index.ts";
import { root } from "./instance/home.ts";
import { say } from "./instance/say.ts";

/**
 * Breaks a real installation on purpose and checks that nothing is lost and nothing doubled.
 * `npm run chaos -- [--full] [--seed 7] [--write] [F1 F3 …]`. The same seed brings the same traffic and the same blows.
 * `--write` puts the table into docs/reliability.md; `--report` names a file for the results as JSON.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string" },
    full: { type: "boolean", default: false },
    small: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    report: { type: "string" },
  },
});
const seed = values.seed ?? String(Date.now() % 100_000);
const known = scenarios.flatMap(({ faults }) => faults);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  say(`There is no fault ${unknown.join(", ")}. The faults: ${known.join(", ")}.`);
  process.exit(1);
}
const full = values.full && !values.small;
say(
  `Seed ${seed}, the ${full ? "full" : "small"} form. The same again: npm run chaos -- ${full ? "--full " : ""}--seed ${seed} ${positionals.join(" ")}`,
);

const results: ChaosResult[] = [];
for (const scenario of scenarios) {
  if (positionals.length > 0 && !scenario.faults.some((name) => positionals.includes(name))) continue;
  results.push(...(await scenario.run({ seed, full, only: positionals, say })));
}

const seconds = (all: number[], share: number): string => {
  const sorted = all.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return found === undefined ? "" : `${found.toFixed(1)} s`;
};
const rows = results.map(({ fault, what, load, lost, doubled, recoverySeconds, violations, skipped }) => [
  fault,
  what,
  skipped ? `skipped: ${skipped}` : load,
  skipped ? "" : String(lost),
  skipped ? "" : String(doubled),
  seconds(recoverySeconds, 0.5),
  seconds(recoverySeconds, 1),
  skipped ? "" : violations.length === 0 ? "kept" : "BROKEN",
]);
const head = ["fault", "what", "load", "lost", "doubled", "recovery p50", "max", "promises"];
const table = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
say(`\n${table}\n`);
for (const { fault, notes } of results) for (const note of notes) say(`${fault}: ${note}`);
for (const { fault, skipped } of results) if (skipped) say(`${fault} was SKIPPED: ${skipped}`);
for (const { fault, violations } of results) for (const violation of violations) say(`${fault} BROKEN: ${violation}`);
if (values.report) writeFileSync(values.report, JSON.stringify(results, null, 2));
if (values.write) writeTable();
const broken = results.filter(({ violations }) => violations.length > 0).length;
say(`\nSeed ${seed}: ${results.length - broken} faults survived, ${broken} broke a promise.`);
process.exit(broken > 0 ? 1 : 0);

/** Between two marks, so that the words around it stay. */
function writeTable(): void {
  const file = path.join(root, "docs/reliability.md");
  const [before, rest] = readFileSync(file, "utf8").split("<!-- chaos:begin -->");
  const after = rest?.split("<!-- chaos:end -->")[1];
  if (before === undefined || after === undefined) throw new Error(`${file} lacks the marks <!-- chaos:begin --> and <!-- chaos:end -->`);
  const form = `${full ? "Full" : "Small"} form, seed ${seed}, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}.`;
  writeFileSync(file, `${before}<!-- chaos:begin -->\n${form}\n\n${table}\n<!-- chaos:end -->${after}`);
}
