import { type Actor, toTypeId } from "@onethread/core";
import { type Database, forWorkspace } from "../client/index.ts";

export type QueueRow = { id: string; name: string; open: number; businessHoursId: string | null; isDefault: boolean };

/** Queues with how many open conversations wait in each: what is added up, and the changes since. */
export async function readQueues(database: Database, actor: Actor): Promise<QueueRow[]> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<QueueRow>(
      `SELECT q.id, q.name, q.open + coalesce(c.change, 0)::int AS open, q.business_hours_id AS "businessHoursId", q.is_default AS "isDefault" FROM queues q
       LEFT JOIN (SELECT queue_id, sum(change) AS change FROM queue_changes WHERE workspace_id = $1 GROUP BY 1) c ON c.queue_id = q.id
       WHERE q.workspace_id = $1 ORDER BY q.name`,
      [actor.workspaceId],
    ),
  );
  return rows.map((row) => ({
    ...row,
    id: toTypeId("queue", row.id),
    businessHoursId: row.businessHoursId && toTypeId("businessHours", row.businessHoursId),
  }));
}
