import type { Actor } from "@onethread/core";
import type { Attachment } from "@onethread/core/api";
import { type Database, forWorkspace } from "../client/index.ts";
import { type AttachmentRecord, attachmentObject, toAttachment } from "./item-row.ts";

export type StoredAttachment = { attachment: Attachment; storageKey: string | null; itemId: string | null; conversationId: string | null };

/** One attachment with the place of its file. */
export async function readAttachment(database: Database, actor: Actor, id: string): Promise<StoredAttachment | null> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Omit<StoredAttachment, "attachment"> & { attachment: AttachmentRecord }>({
      name: "read-attachment",
      text: `SELECT ${attachmentObject} AS attachment, a.storage_key AS "storageKey", a.item_id AS "itemId", i.conversation_id AS "conversationId"
        FROM attachments a LEFT JOIN items i ON i.workspace_id = a.workspace_id AND i.id = a.item_id
        WHERE a.workspace_id = $1 AND a.id = $2 AND a.state <> 'removed'`,
      values: [actor.workspaceId, id],
    }),
  );
  const row = rows[0];
  return row ? { ...row, attachment: toAttachment(row.attachment) } : null;
}
