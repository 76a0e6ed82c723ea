import { randomBytes } from "node:crypto";
import type { MakeScratch } from "@onethread/operations";
import pg from "pg";
import { migrateDatabase } from "./migrate-database.ts";

/** Makes empty, migrated databases beside the one of `databaseUrl`, on its server. They are thrown away afterwards. */
export const scratchBeside =
  (databaseUrl: string): MakeScratch =>
  async () => {
    const name = `onethread_rebuild_${randomBytes(6).toString("hex")}`;
    const url = new URL(databaseUrl);
    url.pathname = `/${name}`;
    const drop = () => onServer(databaseUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    try {
      await migrateDatabase(url.href);
      // What is thrown away need not survive a power cut.
      await onServer(databaseUrl, `ALTER DATABASE ${pg.escapeIdentifier(name)} SET synchronous_commit = off`);
    } catch (error) {
      await drop().catch(() => {});
      throw error;
    }
    return { url: url.href, drop };
  };

async function onServer(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
