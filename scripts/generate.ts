import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describeApi } from "../apps/gateway/src/describe.ts";

const root = path.join(import.meta.dirname, "..");

/** The typed client's source, from the gateway's OpenAPI document. */
export async function generateClient(): Promise<string> {
  // It works on the compiler's syntax tree, which TypeScript 7 does not offer: it stands beside a TypeScript 6.
  const require = createRequire(path.join(root, "packages/api-client/package.json"));
  const { default: openapiTS, astToString } = await import(pathToFileURL(require.resolve("openapi-typescript")).href);
  const document = describeApi();
  const ast = await openapiTS(document, { alphabetize: true });
  return `// Generated from the gateway's OpenAPI document by \`npm run generate\`. Do not edit.\n\n${astToString(ast)}`;
}

if (process.argv[1] === import.meta.filename) {
  execFileSync(process.execPath, [path.join(root, "node_modules/prisma/build/index.js"), "generate"], { cwd: root, stdio: "inherit" });
  writeFileSync(path.join(root, "packages/api-client/src/schema.d.ts"), await generateClient());
}
