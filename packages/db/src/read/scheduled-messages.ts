import { type Actor, type Channel, toTypeId } from "@onethread/core";
import type { ScheduledMessage, TimelineItem } from "@onethread/core/api";
import { type Database, forWorkspace, type Tx } from "../client/index.ts";
import { type AttachmentRecord, attachmentObject, toAttachment } from "./item-row.ts";

type Row = {
  id: string;
  conversationId: string;
  channel: Channel;
  channelAccountId: string;
  identityId: string;
  agentId: string;
  agentName: string;
  content: TimelineItem["content"];
  attachments: AttachmentRecord[] | null;
  replyToId: string | null;
  scheduledFor: Date;
  state: ScheduledMessage["state"];
  error: ScheduledMessage["error"];
  createdAt: Date;
};

/** `s` is scheduled_messages. Its conversation is the one its identity belongs to now. */
const select = `SELECT s.id, v.id AS "conversationId", c.channel, s.channel_account_id AS "channelAccountId", s.identity_id AS "identityId",
    s.agent_id AS "agentId", a.name AS "agentName", s.content, s.reply_to_id AS "replyToId", s.scheduled_for AS "scheduledFor", s.state, s.error,
    s.created_at AS "createdAt", (
      SELECT jsonb_agg(${attachmentObject} ORDER BY array_position(s.attachment_ids, a.id)) FROM attachments a
      WHERE a.workspace_id = s.workspace_id AND a.id = ANY(s.attachment_ids)) AS attachments
  FROM scheduled_messages s JOIN identities i ON i.workspace_id = s.workspace_id AND i.id = s.identity_id
  JOIN conversations v ON v.workspace_id = i.workspace_id AND v.customer_id = i.customer_id
  JOIN channel_accounts c ON c.workspace_id = s.workspace_id AND c.id = s.channel_account_id
  JOIN agents a ON a.workspace_id = s.workspace_id AND a.id = s.agent_id`;

/** What waits for its time in a conversation, the next one first. */
export async function readScheduledMessages(database: Database, actor: Actor, conversationId: string): Promise<ScheduledMessage[]> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Row>(`${select} WHERE s.workspace_id = $1 AND v.id = $2 ORDER BY s.scheduled_for, s.id`, [actor.workspaceId, conversationId]),
  );
  return rows.map(shown);
}

export async function readScheduledMessage(tx: Tx, workspaceId: string, id: string): Promise<ScheduledMessage | null> {
  const { rows } = await tx.query<Row>(`${select} WHERE s.workspace_id = $1 AND s.id = $2`, [workspaceId, id]);
  return rows[0] ? shown(rows[0]) : null;
}

const shown = ({ agentId, agentName, attachments, ...row }: Row): ScheduledMessage => ({
  id: toTypeId("message", row.id),
  conversationId: toTypeId("conversation", row.conversationId),
  channel: row.channel,
  channelAccountId: toTypeId("channelAccount", row.channelAccountId),
  identityId: toTypeId("identity", row.identityId),
  author: { id: toTypeId("agent", agentId), name: agentName },
  content: row.content,
  attachments: (attachments ?? []).map(toAttachment),
  replyToId: row.replyToId && toTypeId("message", row.replyToId),
  scheduledFor: row.scheduledFor.toISOString(),
  state: row.state,
  error: row.error,
  createdAt: row.createdAt.toISOString(),
});
