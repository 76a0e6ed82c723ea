import { forIngest } from "@onethread/db/client";
import type { Context } from "../context.ts";

export type IngestFigures = { lagSeconds: number; events: Record<"pending" | "quarantined" | "ignored", number> };

/** How far ingestion of the whole installation is behind. Reads the ends of two indexes, never the table. */
export async function ingestFigures(database: Context["database"], now: Date): Promise<IngestFigures> {
  const { rows } = await database.ingest.query<{ oldest: Date | null; pending: number; quarantined: number; ignored: number }>(
    `SELECT (SELECT received_at FROM webhook_events WHERE state = 'pending' ORDER BY id LIMIT 1) AS oldest,
       (SELECT count(*)::int FROM (SELECT 1 FROM webhook_events WHERE state = 'pending' LIMIT 10000) AS p) AS pending,
       (SELECT count(*)::int FROM (SELECT 1 FROM webhook_events WHERE state = 'quarantined' LIMIT 10000) AS q) AS quarantined,
       (SELECT count(*)::int FROM (SELECT 1 FROM webhook_events WHERE state = 'ignored' LIMIT 10000) AS i) AS ignored`,
  );
  const { oldest = null, pending = 0, quarantined = 0, ignored = 0 } = rows[0] ?? {};
  return { lagSeconds: oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1000) : 0, events: { pending, quarantined, ignored } };
}

/** Whether a webhook that no transaction holds has been due for this long. What somebody holds is being worked on. Milliseconds. */
export async function isWebhookOverdue(context: Context, ms: number): Promise<boolean> {
  const before = new Date(context.now().getTime() - ms);
  return forIngest(context.database, async (tx) => {
    const { rowCount } = await tx.query(
      "SELECT 1 FROM webhook_events WHERE state = 'pending' AND next_attempt_at < $1 ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED",
      [before],
    );
    return (rowCount ?? 0) > 0;
  });
}
