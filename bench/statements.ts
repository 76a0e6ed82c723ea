import type pg from "pg";

/** What the server did meanwhile, from pg_stat_statements. WAL in bytes, without full-page images. */
export type Work = { statements: number; buffers: number; wal: number };

/** Counts what one piece of work costs the database it runs on: exact, whatever else the machine does. */
export async function countWork(client: pg.Client, work: () => Promise<unknown>): Promise<Work> {
  await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  // A page's first change after a checkpoint is logged as a whole page: how often says more of the checkpoints than of the work.
  await client.query("ALTER SYSTEM SET full_page_writes = off");
  await client.query("SELECT pg_reload_conf()");
  // The checkpointer takes the change over, at its own time and without telling.
  await client.query("SELECT pg_sleep(1)");
  await client.query("SELECT pg_stat_statements_reset()");
  await work();
  await client.query("ALTER SYSTEM RESET full_page_writes");
  await client.query("SELECT pg_reload_conf()");
  const { rows } = await client.query<{ statements: string; buffers: string; wal: string }>(
    `SELECT coalesce(sum(calls), 0) AS statements, coalesce(sum(shared_blks_hit + shared_blks_read), 0) AS buffers, coalesce(sum(wal_bytes), 0) AS wal
     FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND query NOT LIKE '%pg_stat_statements%' AND query !~ '^(BEGIN|COMMIT)' AND query !~ 'bullmq|add_job|pg_notify|set_config'`,
  );
  const row = rows[0];
  return { statements: Number(row?.statements), buffers: Number(row?.buffers), wal: Number(row?.wal) };
}
