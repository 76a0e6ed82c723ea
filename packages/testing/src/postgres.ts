import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureDatabase, prepareRoles } from "@onethread/db/client";
import { openCluster } from "@onethread/db/embedded";
import pg from "pg";

const template = "onethread_template";
const root = path.join(import.meta.dirname, "../../..");

/** A Postgres for one test run, with a migrated template to clone. Answers its URL and how to end it. */
export async function startTestPostgres(): Promise<{ url: string; stop(): void }> {
  const home = mkdtempSync(path.join(os.tmpdir(), "onethread-test-"));
  chmodSync(home, 0o755);
  // What a test writes need not survive a power cut.
  const cluster = await openCluster({ home, settings: ["fsync=off", "max_connections=300"] });
  await cluster.start();
  const url = cluster.url(template);
  await ensureDatabase(url);
  await prepareRoles(url);
  migrate(url);
  return {
    url,
    stop: () => {
      cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Runs `prisma migrate deploy`, as an installation does. */
export function migrate(url: string): void {
  const prisma = path.join(root, "node_modules/prisma/build/index.js");
  execFileSync(process.execPath, [prisma, "migrate", "deploy"], { cwd: root, stdio: "pipe", env: { ...process.env, DATABASE_URL: url } });
}

/** A database of its own for a test file, cloned from the template. */
export async function cloneDatabase(templateUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const server = new URL(templateUrl);
  server.pathname = "/postgres";
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server.href });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await admin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
