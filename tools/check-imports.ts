import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");

/**
 * Beside a TypeScript it does not know, dependency-cruiser sees no imports and reports "no violations". About two
 * thirds of what there was when this was written (550 files, 2,100 imports).
 */
const floor = { modules: 380, imports: 1400 };

type Violation = { rule: { name: string; severity: string }; from: string; to: string; cycle?: { name: string }[]; comment?: string };
type Cruise = {
  summary: {
    violations: Violation[];
    totalCruised: number;
    totalDependenciesCruised?: number;
    ruleSetUsed?: { forbidden?: { name: string; comment?: string }[] };
  };
};

/** Holds the table of rooms (docs/decisions/0001-rooms-and-directions.md) against every import. Answers what is wrong. */
function checkImports(folders: string[]): { problems: string[]; modules: number; imports: number } {
  const cruiser = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [cruiser, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...folders];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  if (!run.stdout) return { problems: [`dependency-cruiser did not run: ${run.stderr}`], modules: 0, imports: 0 };
  const { summary } = JSON.parse(run.stdout) as Cruise;
  const modules = summary.totalCruised;
  const imports = summary.totalDependenciesCruised ?? 0;
  const comments = new Map(summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment]));
  const problems = summary.violations.map(({ rule, from, to, cycle }) => {
    const comment = comments.get(rule.name);
    const way = cycle ? cycle.map((one) => one.name).join(" -> ") : to;
    return `${rule.name}: ${from} -> ${way}${comment ? `\n    ${comment}` : ""}`;
  });
  if (modules < floor.modules || imports < floor.imports) {
    problems.push(
      `only ${modules} files and ${imports} imports were seen, at least ${floor.modules} and ${floor.imports} are expected: the check is blind`,
    );
  }
  return { problems, modules, imports };
}

const { problems, modules, imports } = checkImports(["apps", "packages", "scripts", "tools", "bench", "e2e"]);
for (const problem of problems) console.error(problem);
console.log(`${modules} files, ${imports} imports, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
