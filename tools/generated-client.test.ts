import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { generateClient } from "../scripts/generate.ts";

it("the typed client is what the API describes now", { timeout: 60_000 }, async () => {
  const kept = readFileSync(path.join(import.meta.dirname, "../packages/api-client/src/schema.d.ts"), "utf8");
  const made = await generateClient();
  const line = firstDifference(kept, made);
  expect(
    line,
    `packages/api-client/src/schema.d.ts no longer fits the API, from line ${line} on. Run \`npm run generate\` and commit what it writes.`,
  ).toBeNull();
});

/** A diff of two long files says less than the place where they part. */
function firstDifference(a: string, b: string): number | null {
  if (a === b) return null;
  const [left, right] = [a.split("\n"), b.split("\n")];
  return left.findIndex((text, index) => text !== right[index]) + 1 || left.length + 1;
}
