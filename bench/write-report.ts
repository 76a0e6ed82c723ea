import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { isBinding, isMet, type Result } from "./result.ts";

export type Part = { title: string; results: readonly Result[] };

const shown = (value: number, unit: string): string => {
  const digits = Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit ? ` ${unit}` : ""}`;
};

/** One line for the terminal. */
export function lineOf(result: Result): string {
  const { what, value, unit, goal, note } = result;
  const mark = goal === null ? "    " : isMet(result) ? "met " : isBinding(result) ? "MISS" : "over";
  const aim = goal === null ? "" : `  aim ${goal.at === "most" ? "<=" : ">="} ${shown(goal.value, unit)}`;
  return `${mark}  ${shown(value, unit).padStart(12)}  ${what}${aim}${spreadOf(result)}${note ? `  (${note})` : ""}`;
}

function spreadOf({ rounds, unit }: Result): string {
  if (rounds.length < 2) return "";
  return `  [${shown(Math.min(...rounds), "")} to ${shown(Math.max(...rounds), unit)}]`;
}

/** The machine, in the words a reader needs to compare. */
export const machine = (): string =>
  `${os.cpus().length} cores (${os.cpus()[0]?.model.trim() ?? "unknown"}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1) ?? "?"} at the start`;

/** Puts the figures into docs/benchmarks.md, part by part: a part that was not run keeps what it had. */
export function writeReport(file: string, parts: ReadonlyMap<string, Part>, ranOn: string): void {
  let text = readFileSync(file, "utf8");
  for (const [name, { title, results }] of parts) {
    const begin = `<!-- ${name} -->`;
    const end = `<!-- /${name} -->`;
    const at = text.indexOf(begin);
    const until = text.indexOf(end);
    if (at < 0 || until < 0) throw new Error(`${file} has no place for ${name}: ${begin} … ${end}`);
    const rows = results.map((result) => {
      const aim = result.goal === null ? "" : `${result.goal.at === "most" ? "≤" : "≥"} ${shown(result.goal.value, result.unit)}`;
      const met = result.goal === null ? "" : isMet(result) ? "met" : isBinding(result) ? "**missed**" : "over";
      return `| ${result.what} | ${shown(result.value, result.unit)}${spreadOf(result)} | ${aim} | ${met} | ${result.note} |`;
    });
    const table = [
      `## ${title}`,
      "",
      `${new Date().toISOString().slice(0, 10)}, ${ranOn}.`,
      "",
      "| what | figure | aim | | |",
      "|---|---|---|---|---|",
      ...rows,
    ];
    text = `${text.slice(0, at)}${begin}\n${table.join("\n")}\n${text.slice(until)}`;
  }
  writeFileSync(file, text);
}
