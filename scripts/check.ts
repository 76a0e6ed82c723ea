import { spawn } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const bin = (name: string) => path.join("node_modules/.bin", name);
const tsx = ["--import", "tsx"];

/** Everything that can be told without running the product. */
const steps: { name: string; command: string; args: string[] }[] = [
  { name: "types", command: bin("tsc"), args: ["-p", "."] },
  { name: "types of the console", command: bin("tsc"), args: ["-p", "apps/console", "--noEmit"] },
  { name: "types of the chat widget", command: bin("tsc"), args: ["-p", "apps/widget"] },
  { name: "types of the chat's packages", command: bin("tsc"), args: ["-p", "apps/widget/examples/react"] },
  { name: "types of the simulator's phones", command: bin("tsc"), args: ["-p", "packages/simulator/src/phones"] },
  { name: "format and lint", command: bin("biome"), args: ["check", "--error-on-warnings", "."] },
  { name: "promises", command: bin("oxlint"), args: ["."] },
  { name: "who imports whom", command: process.execPath, args: [...tsx, "tools/check-imports.ts"] },
  { name: "nothing unused", command: bin("knip"), args: ["--treat-config-hints-as-errors"] },
];

function run(command: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, FORCE_COLOR: "0" } });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString("utf8") }));
  });
}

const failed: string[] = [];
for (const [index, { name, command, args }] of steps.entries()) {
  const started = performance.now();
  const { code, output } = await run(command, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`[${index + 1}/${steps.length}] ${name}: ${code === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  if (code === 0) continue;
  failed.push(name);
  console.log(output.trimEnd());
}
console.log(failed.length === 0 ? `All ${steps.length} checks passed.` : `${failed.length} of ${steps.length} checks failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
