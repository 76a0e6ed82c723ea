import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");

/** What is published, in the order it is built in, as `prepack` builds it. */
export const published = ["packages/widget", "packages/widget-react"];

/** Builds what is published: a few files each, in about a second. */
export function buildPackages(): void {
  for (const folder of published) {
    rmSync(path.join(root, folder, "dist"), { recursive: true, force: true });
    const tsc = path.join(root, folder, "node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: path.join(root, folder), stdio: ["ignore", "inherit", "inherit"] });
  }
}
