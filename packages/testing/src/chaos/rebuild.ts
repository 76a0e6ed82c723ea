import { spawn } from "node:child_process";
import path from "node:path";
import type { ChaosResult } from "./scenario.ts";
import type { Stage } from "./stage.ts";

const root = path.join(import.meta.dirname, "../../../..");

/** I7: after everything, `npm run rebuild -- --check` makes the same rows of the stored webhooks once more. */
export async function checkRebuild({ instance, graph }: Stage): Promise<ChaosResult> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/rebuild.ts", "--check", "--list", "10"], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: instance.databaseUrl,
      ENCRYPTION_KEYS: instance.secrets.encryptionKey,
      META_GRAPH_BASE_URL: graph.url,
      META_INSTAGRAM_GRAPH_BASE_URL: graph.url,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  const lines = said.split("\n").filter(Boolean);
  return {
    fault: "I7",
    what: "all that came in, worked off once more beside it",
    load: "all of the above",
    lost: 0,
    doubled: 0,
    recoverySeconds: [],
    violations: code === 0 ? [] : [`the rebuild differs (exit code ${code})`, ...lines.slice(-14)],
    notes: lines.slice(-1),
  };
}
