import { type Actor, ok, type Result, toTypeId } from "@onethread/core";
import type { ChannelLogEntry } from "@onethread/core/api";
import { type Database, forWorkspace, prepared } from "../client/index.ts";
import { decodeCursor, encodeCursor, type Place } from "./cursor.ts";

export type ChannelLogPage = { data: ChannelLogEntry[]; page: { next: string | null; prev: string | null } };
type Row = {
  seq: string;
  event_id: string;
  path: string;
  occurred_at: Date;
  received_at: Date;
  code: string;
  level: ChannelLogEntry["level"];
  data: Record<string, unknown>;
};

/** What the platform said about an account, the latest first; what concerns a whole WABA shows at each of its numbers. */
export async function readChannelLog(
  database: Database,
  actor: Actor,
  query: { channelAccountId: string; limit: number; cursor?: string | undefined },
): Promise<Result<ChannelLogPage>> {
  const cursor = query.cursor === undefined ? ok<Place | null>(null) : decodeCursor(query.cursor, "?cursor", "number");
  if (!cursor.ok) return cursor;
  const beyond = cursor.value ? "AND l.seq < $4::bigint" : "";
  const sql = `SELECT l.seq::text, l.event_id, l.path, l.occurred_at, l.received_at, l.code, l.level, l.data FROM channel_log l
     WHERE l.workspace_id = $1 AND l.channel_account_id IN (
       SELECT a.id FROM channel_accounts a JOIN channel_accounts o ON o.workspace_id = a.workspace_id AND o.id = $2
         AND (a.id = o.id OR (a.channel = 'whatsapp' AND o.channel = 'whatsapp' AND a.settings ->> 'wabaId' = o.settings ->> 'wabaId'))
       WHERE a.workspace_id = $1) AND (l.channel_account_id = $2 OR l.scope IS NOT NULL) ${beyond}
     ORDER BY l.seq DESC LIMIT $3`;
  const values = [actor.workspaceId, query.channelAccountId, query.limit + 1, ...(cursor.value ? [cursor.value.id] : [])];
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) => tx.query<Row>(prepared(sql, values)));
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return ok({
    data: page.map((row) => ({
      occurredAt: row.occurred_at.toISOString(),
      receivedAt: row.received_at.toISOString(),
      code: row.code,
      level: row.level,
      data: row.data,
      webhookEventId: row.path === "ours" ? null : toTypeId("webhookEvent", row.event_id),
    })),
    page: { next: rows.length > query.limit && last ? encodeCursor({ at: null, id: last.seq }) : null, prev: null },
  });
}
