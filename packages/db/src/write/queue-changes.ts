import type { Tx } from "../client/index.ts";

/** One worker adds up at a time: two would lock the same queues in different orders. */
const lock = 7210043;
/** Changes in one go. What is left over is counted when read, and added up by the next sweep. */
const batch = 10_000;

/** Adds the noted changes to their queues' sizes. Changes of a queue that is gone go with it. */
export async function addUpQueueChanges(tx: Tx): Promise<void> {
  await tx.query(
    `WITH alone AS MATERIALIZED (SELECT pg_try_advisory_xact_lock($1) AS yes),
     taken AS (
       DELETE FROM queue_changes c USING (SELECT workspace_id, seq FROM queue_changes ORDER BY workspace_id, seq LIMIT $2) AS next
       WHERE c.workspace_id = next.workspace_id AND c.seq = next.seq AND (SELECT yes FROM alone)
       RETURNING c.workspace_id, c.queue_id, c.change),
     sums AS (SELECT workspace_id, queue_id, sum(change)::int AS change FROM taken GROUP BY 1, 2)
     UPDATE queues q SET open = q.open + sums.change FROM sums WHERE q.workspace_id = sums.workspace_id AND q.id = sums.queue_id`,
    [lock, batch],
  );
}
