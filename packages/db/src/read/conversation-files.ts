import { type Actor, ok, type Result } from "@onethread/core";
import type { ConversationFile } from "@onethread/core/api";
import { type Database, forWorkspace, prepared } from "../client/index.ts";
import { decodeCursor, encodeCursor, type Place } from "./cursor.ts";
import { type AttachmentRecord, attachmentObject, type ItemRecord, itemTypeId, toAttachment } from "./item-row.ts";

export type ConversationFilePage = { data: ConversationFile[]; page: { next: string | null; prev: string | null } };

type Row = Pick<ItemRecord, "id" | "seq" | "type" | "direction" | "occurredAt"> & { attachments: AttachmentRecord[] };

/**
 * The files of a conversation, those of the newest message first, those of one message in its order. `limit` counts
 * messages, so that the files of one stay together. Without what is no file (hearts, shared posts), stickers, and files
 * of messages that were deleted.
 */
export async function readConversationFiles(
  database: Database,
  actor: Actor,
  query: { conversationId: string; limit: number; cursor?: string | undefined },
): Promise<Result<ConversationFilePage>> {
  const cursor = query.cursor === undefined ? ok<Place | null>(null) : decodeCursor(query.cursor, "?cursor", "number");
  if (!cursor.ok) return cursor;
  const beyond = cursor.value ? "AND (i.occurred_at, i.seq) < ($4::timestamptz, $5::bigint)" : "";
  const sql = `SELECT i.id, i.seq::text, i.type, i.direction, i.occurred_at AS "occurredAt", f.attachments
     FROM items i CROSS JOIN LATERAL (
       SELECT jsonb_agg(${attachmentObject} ORDER BY a.position) AS attachments FROM attachments a
       WHERE a.workspace_id = i.workspace_id AND a.item_id = i.id AND a.state IN ('ready', 'pending', 'failed', 'expired')
         AND NOT a.sticker AND a.kind <> 'like_heart') f
     WHERE i.workspace_id = $1 AND i.conversation_id = $2 AND i.has_files AND i.deleted_at IS NULL AND f.attachments IS NOT NULL ${beyond}
     ORDER BY i.occurred_at DESC, i.seq DESC LIMIT $3`;
  const values = [actor.workspaceId, query.conversationId, query.limit + 1, ...(cursor.value ? [cursor.value.at, cursor.value.id] : [])];
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) => tx.query<Row>(prepared(sql, values)));
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return ok({
    data: page.flatMap(({ id, type, direction, occurredAt, attachments }) =>
      attachments.map((attachment) => ({
        itemId: itemTypeId(type, id),
        direction,
        occurredAt: occurredAt.toISOString(),
        attachment: toAttachment(attachment),
      })),
    ),
    page: { next: rows.length > query.limit && last ? encodeCursor({ at: last.occurredAt.toISOString(), id: last.seq }) : null, prev: null },
  });
}
