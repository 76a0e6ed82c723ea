import { type Actor, toTypeId } from "@onethread/core";
import type { Draft, DraftMode } from "@onethread/core/api";
import { type Database, forWorkspace, type Tx } from "../client/index.ts";
import { type AttachmentRecord, attachmentObject, toAttachment } from "./item-row.ts";

type Row = { mode: DraftMode; text: string; replyToId: string | null; version: string; updatedAt: Date; attachments: AttachmentRecord[] | null };

/** The asking agent's drafts in a conversation: at most one of each mode. */
export const readDrafts = (database: Database, actor: Actor, conversationId: string): Promise<Draft[]> =>
  forWorkspace(database, actor.workspaceId, (tx) => draftsOf(tx, actor, conversationId));

export async function draftsOf(tx: Tx, actor: Actor, conversationId: string): Promise<Draft[]> {
  const { rows } = await tx.query<Row>(
    `SELECT d.mode, d.text, d.reply_to_id AS "replyToId", d.version, d.updated_at AS "updatedAt", (
       SELECT jsonb_agg(${attachmentObject} ORDER BY array_position(d.attachment_ids, a.id)) FROM attachments a
       WHERE a.workspace_id = d.workspace_id AND a.id = ANY(d.attachment_ids) AND a.item_id IS NULL AND a.state <> 'removed') AS attachments
     FROM drafts d WHERE d.workspace_id = $1 AND d.agent_id = $2 AND d.conversation_id = $3 ORDER BY d.mode DESC`,
    [actor.workspaceId, actor.kind === "agent" ? actor.agentId : null, conversationId],
  );
  return rows.map(({ mode, text, replyToId, version, updatedAt, attachments }) => ({
    mode,
    text,
    attachments: (attachments ?? []).map(toAttachment),
    replyToId: replyToId && toTypeId("message", replyToId),
    version: Number(version),
    updatedAt: updatedAt.toISOString(),
  }));
}
