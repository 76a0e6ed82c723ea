import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { failpointNames } from "../packages/operations/src/failpoints/names.ts";

/** Points where a test may kill the process: all of them are passed, and none of them exists in what runs for people. */
const root = path.join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const killer = "packages/operations/src/failpoints/kill-here.ts";
const folder = mkdtempSync(path.join(os.tmpdir(), "onethread-failpoints-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the room's own failpoint in a process, as the apps load it. */
function pass(armed: string, options: string[], names: string[] = ["claim.committed"]): { signal: string | null; said: string } {
  const calls = names.map((name) => `await failpoint(${JSON.stringify(name)});`).join("");
  const script = `import { failpoint } from "#failpoint"; ${calls} process.stdout.write("alive");`;
  const run = spawnSync(process.execPath, [...options, "--import", "tsx", "--input-type=module", "--eval", script], {
    cwd: path.join(root, "packages/operations"),
    env: { ...process.env, ONETHREAD_FAILPOINT: armed },
    encoding: "utf8",
  });
  return { signal: run.signal, said: run.stdout };
}
const chaos = ["--conditions=chaos"];

describe("failpoints", { timeout: 60_000 }, () => {
  it("each name is passed at exactly one place", () => {
    const sources = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "packages", "apps"], {
      cwd: root,
      encoding: "utf8",
    })
      .split("\n")
      .filter((file) => /^(packages|apps)\/[^/]+\/src\/.*\.ts$/.test(file) && !file.includes(".test.") && existsSync(path.join(root, file)));
    const passed = sources.flatMap((file) => [...read(file).matchAll(/\bfailpoint\("([^"]+)"\)/g)].map(([, name = ""]) => name));
    expect(failpointNames.length).toBeGreaterThan(25);
    expect(passed.toSorted()).toEqual([...failpointNames].toSorted());
  });

  it("the condition kills where the environment says", () => expect(pass("claim.committed", chaos)).toEqual({ signal: "SIGKILL", said: "" }));
  it("and nowhere else", () => expect(pass("claim.written", chaos)).toEqual({ signal: null, said: "alive" }));
  it("without the condition the environment says nothing", () => expect(pass("claim.committed", [])).toEqual({ signal: null, said: "alive" }));

  it("a file kills once, and tells whom", () => {
    writeFileSync(path.join(folder, "call.out"), "");
    expect(pass(folder, chaos, ["claim.committed", "call.out"])).toEqual({ signal: "SIGKILL", said: "" });
    expect(Number(readFileSync(path.join(folder, "call.out.hit"), "utf8"))).toBeGreaterThan(0);
    expect(pass(folder, chaos, ["call.out"])).toEqual({ signal: null, said: "alive" });
  });

  it("the image does not hold what kills, and nothing but a chaos run asks for it", () => {
    expect(existsSync(path.join(root, killer))).toBe(true);
    expect(read(".dockerignore").split("\n")).toContain(killer);
    const started = [
      "Dockerfile",
      "docker-compose.yml",
      "package.json",
      "scripts/start.ts",
      "scripts/instance/supervise.ts",
      "apps/gateway/package.json",
      "apps/worker/package.json",
    ];
    expect(started.filter((file) => /conditions|failpoint/i.test(read(file)))).toEqual([]);
    const imports = (JSON.parse(read("packages/operations/package.json")) as { imports: Record<string, Record<string, string>> }).imports[
      "#failpoint"
    ];
    expect(imports).toEqual({ chaos: `./${path.relative("packages/operations", killer)}`, default: "./src/failpoints/none.ts" });
    expect(read("packages/operations/src/failpoints/none.ts")).not.toMatch(/process\.|node:/);
  });
});
