import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { until } from "../../until.ts";
import { copyData, giveToPostgres, writeForPostgres } from "./copy-data.ts";

/** Settings under which a server puts every finished piece of its log into a folder, once. */
export function archiving(archive: string): string[] {
  mkdirSync(archive, { recursive: true });
  giveToPostgres(archive);
  return ["archive_mode=on", `archive_command='test ! -f ${archive}/%f && cp %p ${archive}/%f'`];
}

/**
 * A base backup of a running server into an empty folder: what `pg_basebackup` does, by hand, since the binaries from npm
 * come without it. https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 */
export async function takeBaseBackup(owner: pg.Pool, data: string, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  // The backup belongs to its session, from start to stop.
  const client = await owner.connect();
  try {
    await client.query("SELECT pg_backup_start('drill', true)");
    await copyData(data, into);
    const { rows } = await client.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop()");
    for (const file of ["postmaster.pid", "postmaster.opts"]) rmSync(path.join(into, file), { force: true });
    emptyWal(into);
    writeForPostgres(path.join(into, "backup_label"), rows[0]?.labelfile ?? "");
  } finally {
    client.release();
  }
}

/** Of the log a backup holds nothing: it comes from the archive. */
function emptyWal(data: string): void {
  const wal = path.join(data, "pg_wal");
  for (const entry of readdirSync(wal, { withFileTypes: true })) if (entry.isFile()) rmSync(path.join(wal, entry.name));
  for (const name of readdirSync(path.join(wal, "archive_status"))) rmSync(path.join(wal, "archive_status", name));
}

/** Closes the piece of the log that is being written, and waits until the archive has it. */
export async function archiveNow(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string }>("SELECT pg_walfile_name(pg_switch_wal()) AS name");
  await until("the archive has it", async () => {
    const archived = await owner.query("SELECT 1 FROM pg_stat_archiver WHERE last_archived_wal >= $1", [rows[0]?.name]);
    return archived.rowCount === 1;
  });
}
