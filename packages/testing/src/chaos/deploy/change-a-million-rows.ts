import type pg from "pg";
import { sleep } from "../../until.ts";

/** Timeline rows of a business that nobody looks at, so that a change has something to change. By sets; ends by itself. */
export async function fillTimeline(owner: pg.Pool, workspaceId: string, rows: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    // What these rows refer to does not exist, and nobody asks.
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      `INSERT INTO items (workspace_id, id, conversation_id, home_conversation_id, type, author_type, occurred_at, received_at, content, sources)
       SELECT $1, md5('filled' || n)::uuid, md5('filled' || n % 1000)::uuid, md5('filled' || n % 1000)::uuid, 'event', 'system', now() - n * interval '1 second', now(),
         '{"kind":"filled"}', '{live}' FROM generate_series(1, $2::int) AS n`,
      [workspaceId, rows],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

type Change = { seconds: number; longestLockWaitMs: number; refusedLocks: number; filledRows: number };

/** As docs/deploy.md wants changes to be made: never longer than this behind somebody else's lock. */
const lockTimeout = "1s";
const batch = 5000;

/**
 * A change of the largest table in three steps, while everybody works: a column that nobody has to know of, its rows
 * filled in small transactions, and in the end (with the next version) the column is gone again.
 */
export async function changeAMillionRows(owner: pg.Pool, workspaceId: string): Promise<Change> {
  const started = performance.now();
  const change: Change = { seconds: 0, longestLockWaitMs: 0, refusedLocks: 0, filledRows: 0 };
  const define = async (sql: string) => {
    for (;;) {
      const began = performance.now();
      const client = await owner.connect();
      try {
        await client.query(`BEGIN; SET LOCAL lock_timeout = '${lockTimeout}'`);
        await client.query(sql);
        await client.query("COMMIT");
        return;
      } catch (error) {
        await client.query("ROLLBACK");
        if ((error as { code?: string }).code !== "55P03") throw error;
        change.refusedLocks++;
        await sleep(300);
      } finally {
        change.longestLockWaitMs = Math.max(change.longestLockWaitMs, performance.now() - began);
        client.release();
      }
    }
  };
  await define("ALTER TABLE items ADD COLUMN chaos_expanded text");
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await owner.query<{ id: string; filled: number }>(
      `WITH part AS (SELECT id FROM items WHERE workspace_id = $1 AND id > $2 ORDER BY id LIMIT ${batch}),
         filled AS (UPDATE items i SET chaos_expanded = 'x' FROM part WHERE i.workspace_id = $1 AND i.id = part.id RETURNING 1)
       SELECT max(id::text) AS id, (SELECT count(*)::int FROM filled) AS filled FROM part`,
      [workspaceId, after],
    );
    const last = rows[0];
    if (!last?.id) break;
    change.filledRows += last.filled;
    after = last.id;
  }
  await define("ALTER TABLE items DROP COLUMN chaos_expanded");
  change.seconds = (performance.now() - started) / 1000;
  return change;
}
