import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Cluster, openCluster } from "@onethread/db/embedded";
import { until } from "../../until.ts";
import { askOnce } from "./ask-once.ts";
import { archiving } from "./base-backup.ts";
import { copyData, giveToPostgres, writeForPostgres } from "./copy-data.ts";

export type Backup = {
  base: string;
  archive: string;
  /** The log of the server that was lost, where its disk still has it. */
  wal: string;
};

export type HomedCluster = Cluster & { home: string };

/**
 * Restores a backup into an empty folder, to the last that is known, and starts it in place of the lost cluster: with its
 * password and its port. Goes on archiving. Without `wal`: what the archive has, and no more.
 */
export async function restoreCluster(
  home: string,
  { base, archive, wal }: Omit<Backup, "wal"> & { wal?: string },
  lost: Pick<Cluster, "port" | "url">,
): Promise<HomedCluster> {
  const data = path.join(home, "postgres");
  mkdirSync(path.join(home, "run"), { recursive: true });
  mkdirSync(data, { mode: 0o700 });
  await copyData(base, data);
  if (wal) saveWal(wal, path.join(data, "pg_wal"));
  writeForPostgres(path.join(data, "recovery.signal"), "");
  writeFileSync(path.join(home, "run/postgres.password"), decodeURIComponent(new URL(lost.url("postgres")).password), { mode: 0o600 });
  writeFileSync(path.join(home, "run/postgres.port"), String(lost.port));
  const settings = [...archiving(archive), `restore_command='cp ${archive}/%f %p'`];
  const cluster = await openCluster({ home, settings });
  await cluster.start();
  const replayed = async () => {
    const { rows } = await askOnce<{ busy: boolean }>(cluster.url("postgres"), "SELECT pg_is_in_recovery() AS busy");
    return rows[0]?.busy === false;
  };
  await until("the log is replayed", replayed, { seconds: 300, every: 100 });
  return { ...cluster, home };
}

/** What the archive lacks: the piece that was being written when the server died. */
function saveWal(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    if (!/^[0-9A-F]{24}$/.test(name) || existsSync(path.join(to, name))) continue;
    copyFileSync(path.join(from, name), path.join(to, name));
    giveToPostgres(path.join(to, name));
  }
}
