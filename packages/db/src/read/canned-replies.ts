import { type Actor, type Channel, toTypeId } from "@onethread/core";
import type { CannedReply } from "@onethread/core/api";
import { type Database, forWorkspace, type Tx } from "../client/index.ts";
import { type AttachmentRecord, attachmentObject, toAttachment } from "./item-row.ts";

type Row = {
  id: string;
  agent_id: string | null;
  shortcut: string;
  title: string;
  folder: string;
  body: string;
  channels: Channel[];
  attachments: AttachmentRecord[] | null;
  uses: number;
  used_at: Date | null;
  updated_at: Date;
};

const shown = (row: Row): CannedReply => ({
  id: toTypeId("cannedReply", row.id),
  own: row.agent_id !== null,
  shortcut: row.shortcut,
  title: row.title,
  folder: row.folder,
  body: row.body,
  channels: row.channels,
  attachments: (row.attachments ?? []).map(toAttachment),
  uses: row.uses,
  usedAt: row.used_at?.toISOString() ?? null,
  updatedAt: row.updated_at.toISOString(),
});

const select = `SELECT c.*, (
    SELECT jsonb_agg(${attachmentObject} ORDER BY array_position(c.attachment_ids, a.id)) FROM attachments a
    WHERE a.workspace_id = c.workspace_id AND a.id = ANY(c.attachment_ids) AND a.state <> 'removed') AS attachments
  FROM canned_replies c`;

/** Everybody's and the asking agent's own, by shortcut. */
export async function readCannedReplies(database: Database, actor: Actor): Promise<CannedReply[]> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Row>(`${select} WHERE c.workspace_id = $1 AND (c.agent_id IS NULL OR c.agent_id = $2) ORDER BY c.shortcut, c.agent_id`, [
      actor.workspaceId,
      actor.kind === "agent" ? actor.agentId : null,
    ]),
  );
  return rows.map(shown);
}

export async function cannedReplyOf(tx: Tx, workspaceId: string, id: string): Promise<CannedReply | null> {
  const { rows } = await tx.query<Row>(`${select} WHERE c.workspace_id = $1 AND c.id = $2`, [workspaceId, id]);
  return rows[0] ? shown(rows[0]) : null;
}
