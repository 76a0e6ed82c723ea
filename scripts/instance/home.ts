import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { postgresUser, reachableBy } from "@onethread/db/embedded";

export const root = path.join(import.meta.dirname, "../..");

/** What is random per instance. Lives in the data folder, readable by its owner only. */
export type InstanceSecrets = {
  authSecret: string;
  encryptionKey: string;
  metaAppId: string;
  metaAppSecret: string;
  metaVerifyToken: string;
  setUpToken: string;
  demoPassword: string;
};

/**
 * The data folder: `ONETHREAD_HOME`, else `.onethread` in the clone; for root, whose Postgres runs as somebody else, a
 * folder under /var/lib/onethread named after the clone's path when that user can't reach the clone.
 */
function findHome(): string {
  const asked = process.env.ONETHREAD_HOME || undefined;
  if (asked) return path.resolve(asked);
  const user = postgresUser();
  if (reachableBy(user, root)) return path.join(root, ".onethread");
  return path.join("/var/lib/onethread", root.replaceAll(/[^\w.-]+/g, "-").replace(/^-/, ""));
}

export function openHome(): { home: string; run: string; logs: string; secrets: InstanceSecrets } {
  const home = findHome();
  const run = path.join(home, "run");
  const logs = path.join(home, "logs");
  for (const folder of [home, run, logs]) mkdirSync(folder, { recursive: true });
  return { home, run, logs, secrets: keepSecrets(path.join(home, "secrets.json")) };
}

function keepSecrets(file: string): InstanceSecrets {
  const hex = (bytes: number) => randomBytes(bytes).toString("hex");
  const fresh: InstanceSecrets = {
    authSecret: hex(32),
    encryptionKey: hex(32),
    metaAppId: String(100_000_000_000_000 + Number.parseInt(hex(5), 16)),
    metaAppSecret: hex(16),
    metaVerifyToken: hex(12),
    setUpToken: hex(16),
    demoPassword: `demo-${hex(5)}`,
  };
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<InstanceSecrets>) : {};
  const secrets = { ...fresh, ...kept };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
