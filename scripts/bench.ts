import path from "node:path";
import { acknowledge } from "../bench/acknowledge.ts";
import { type Bench, openBench } from "../bench/bench-instance.ts";
import { chatOnAPage } from "../bench/chat-on-a-page.ts";
import { consolePart } from "../bench/console.ts";
import { drain } from "../bench/drain.ts";
import { growth } from "../bench/growth.ts";
import { live, readSize } from "../bench/live.ts";
import { pages } from "../bench/pages.ts";
import { parse } from "../bench/parse.ts";
import { isBinding, isMet, type Result } from "../bench/result.ts";
import { visible } from "../bench/visible.ts";
import { lineOf, machine, type Part, writeReport } from "../bench/write-report.ts";
import { root } from "./instance/home.ts";
import { progress, say } from "./instance/say.ts";

/**
 * `npm run bench [-- part …] [--full] [--write]`: counts, and ratios inside one run, interleaved. Absolute times depend on
 * the machine: they are printed, and fail nothing. `--full` goes on to ten million messages; `--write` puts the figures
 * into docs/benchmarks.md.
 */
const full = process.argv.includes("--full");
let opened: Promise<Bench> | undefined;
const withBench = (run: (bench: Bench) => Promise<Result[]>) => async (): Promise<Result[]> => {
  opened ??= openBench();
  return run(await opened);
};
const parts: Record<string, { title: string; run: () => Promise<Result[]> }> = {
  parse: { title: "Parsing", run: withBench(parse) },
  growth: { title: "How cost grows with what is stored", run: withBench((bench) => growth(bench, full)) },
  pages: { title: "Pages", run: withBench(pages) },
  drain: { title: "Working off", run: withBench(drain) },
  acknowledge: { title: "Acknowledging", run: withBench(acknowledge) },
  visible: { title: "From webhook to the agent's screen", run: withBench(visible) },
  live: { title: "Visitors with the chat open", run: withBench((bench) => live(bench, readSize(process.argv))) },
  console: { title: "The console in a browser", run: consolePart },
  chat: { title: "The chat on a shop's page", run: chatOnAPage },
};
const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = named.filter((name) => !parts[name]);
if (unknown.length > 0) {
  say(`There is no part ${unknown.join(", ")}. The parts: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
const chosen = Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name));
const ranOn = machine();
const close = async () => (await opened)?.close();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void close().finally(() => process.exit(130)));
}
const done = new Map<string, Part>();
const { step } = progress(chosen.length);
try {
  for (const [name, { title, run }] of chosen) done.set(name, { title, results: await step(title, run) });
} finally {
  await close();
}
say(`\n${ranOn}, ${new Date().toISOString().slice(0, 10)}`);
for (const { title, results } of done.values()) {
  say(`\n${title}`);
  for (const result of results) say(lineOf(result));
}
if (process.argv.includes("--write")) writeReport(path.join(root, "docs/benchmarks.md"), done, ranOn);
const missed = [...done.values()].flatMap(({ results }) => results).filter((result) => isBinding(result) && !isMet(result));
say(
  missed.length > 0
    ? `\n${missed.length} figures that do not depend on the machine miss their aim.`
    : "\nEverything that does not depend on the machine meets its aim.",
);
process.exit(missed.length > 0 ? 1 : 0);
