import { spawn } from "node:child_process";
import { withFreshInstance } from "./instance/fresh-instance.ts";
import { root } from "./instance/home.ts";
import { say } from "./instance/say.ts";

/** `npm run screens`: every screen of the product, checked for its layout and written into docs/screens. */
const code = await withFreshInstance((demoFile) => {
  const env = { ...process.env, ONETHREAD_DEMO_FILE: demoFile, ONETHREAD_SCREENS: "docs/screens" };
  const child = spawn(process.execPath, ["node_modules/@playwright/test/cli.js", "test", "screens"], { cwd: root, stdio: "inherit", env });
  return new Promise<number>((resolve) => child.once("exit", (exit) => resolve(exit ?? 1)));
});
say(code === 0 ? "The screens are in docs/screens." : "Some screens failed: see above.");
process.exit(code ?? 1);
