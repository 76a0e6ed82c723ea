import type { OutboundContent, Role } from "@onethread/core";
import type { Tx } from "../client/index.ts";

export type NewScheduled = {
  workspaceId: string;
  id: string;
  agentId: string;
  identityId: string;
  channelAccountId: string;
  send: OutboundContent;
  content: unknown;
  attachmentIds: readonly string[];
  replyToId: string | null;
  scheduledFor: Date;
};

/** The same id again is the same message: the first stays. */
export async function insertScheduled(tx: Tx, one: NewScheduled): Promise<void> {
  await tx.query(
    `INSERT INTO scheduled_messages (workspace_id, id, agent_id, identity_id, channel_account_id, send, content, attachment_ids, reply_to_id, scheduled_for)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (workspace_id, id) DO NOTHING`,
    [
      one.workspaceId,
      one.id,
      one.agentId,
      one.identityId,
      one.channelAccountId,
      JSON.stringify(one.send),
      JSON.stringify(one.content),
      one.attachmentIds,
      one.replyToId,
      one.scheduledFor,
    ],
  );
}

/** Messages of any workspace whose time has come, the longest due first. */
export async function findDueScheduled(tx: Tx, now: Date, limit: number): Promise<{ workspaceId: string; id: string }[]> {
  const { rows } = await tx.query<{ workspaceId: string; id: string }>(
    `SELECT workspace_id AS "workspaceId", id FROM scheduled_messages WHERE state = 'scheduled' AND scheduled_for <= $1 ORDER BY scheduled_for, id LIMIT $2`,
    [now, limit],
  );
  return rows;
}

export type LockedScheduled = {
  conversationId: string;
  identityId: string;
  channelAccountId: string;
  send: OutboundContent;
  replyToId: string | null;
  scheduledFor: Date;
  state: "scheduled" | "failed";
  author: { agentId: string; name: string; role: Role; disabled: boolean };
};

/** Waits for whoever has it: sending, changing and cancelling come one after the other. null: it is gone. */
export async function lockScheduled(tx: Tx, workspaceId: string, id: string): Promise<LockedScheduled | null> {
  const { rows } = await tx.query<LockedScheduled>(
    `SELECT v.id AS "conversationId", s.identity_id AS "identityId", s.channel_account_id AS "channelAccountId", s.send, s.reply_to_id AS "replyToId",
       s.scheduled_for AS "scheduledFor", s.state,
       jsonb_build_object('agentId', a.id, 'name', a.name, 'role', a.role, 'disabled', a.disabled_at IS NOT NULL) AS author
     FROM scheduled_messages s JOIN identities i ON i.workspace_id = s.workspace_id AND i.id = s.identity_id
     JOIN conversations v ON v.workspace_id = i.workspace_id AND v.customer_id = i.customer_id
     JOIN agents a ON a.workspace_id = s.workspace_id AND a.id = s.agent_id
     WHERE s.workspace_id = $1 AND s.id = $2 FOR UPDATE OF s`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

export async function deleteScheduled(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.query("DELETE FROM scheduled_messages WHERE workspace_id = $1 AND id = $2", [workspaceId, id]);
}

/** Another time; one that failed gets another chance then. */
export async function moveScheduled(tx: Tx, workspaceId: string, id: string, to: Date): Promise<void> {
  await tx.query("UPDATE scheduled_messages SET scheduled_for = $3, state = 'scheduled', error = NULL WHERE workspace_id = $1 AND id = $2", [
    workspaceId,
    id,
    to,
  ]);
}

export async function failScheduled(tx: Tx, workspaceId: string, id: string, error: { code: string; message: string }): Promise<void> {
  await tx.query("UPDATE scheduled_messages SET state = 'failed', error = $3 WHERE workspace_id = $1 AND id = $2", [
    workspaceId,
    id,
    JSON.stringify(error),
  ]);
}
