import { type Actor, toTypeId } from "@onethread/core";
import { newId, type Tx } from "@onethread/db/client";
import { setStatus } from "@onethread/db/write";
import { refuse } from "../context.ts";
import { writeEvent } from "./compose-item.ts";
import type { LockedConversation } from "./conversation-lock.ts";

type StatusWish = {
  status?: "open" | "snoozed" | "done" | undefined;
  snoozedUntil?: Date | null | undefined;
  lastSeenItemId?: string | undefined;
};

/** Where a change stands: in a transaction that holds the conversation locked. */
export type Step = {
  tx: Tx;
  actor: Actor;
  now: Date;
  conversation: LockedConversation;
  place: { workspaceId: string; conversationId: string; caseId: string | null; at: Date };
};

/** Writes what it did onto the timeline, as all of these do. */
export async function changeStatus({ tx, actor, now, conversation, place }: Step, change: StatusWish): Promise<void> {
  const status = change.status ?? (change.snoozedUntil ? "snoozed" : undefined);
  if (!status) return;
  // Null is an answer, "until the customer writes"; nothing said is a slip.
  if (status === "snoozed" && (change.snoozedUntil === undefined || (change.snoozedUntil && change.snoozedUntil <= now))) {
    refuse("invalid_request", "Say until when to snooze.", {
      errors: [{ pointer: "/snoozedUntil", detail: "must be a time in the future, or null: until the customer writes" }],
    });
  }
  if (status === "done" && change.lastSeenItemId) await refuseIfNewer(tx, place.workspaceId, conversation.id, change.lastSeenItemId);
  if (status === conversation.status && status !== "snoozed") return;
  await setStatus(tx, {
    workspaceId: place.workspaceId,
    conversationId: conversation.id,
    status,
    snoozedUntil: change.snoozedUntil ?? null,
    newCaseId: newId(),
    at: now,
  });
  await writeEvent(tx, actor, place, "status_changed", { from: conversation.status, to: status, until: change.snoozedUntil?.toISOString() ?? null });
}

/** "Done" is for what the agent has seen: a customer who wrote meanwhile must not disappear with it. */
async function refuseIfNewer(tx: Tx, workspaceId: string, conversationId: string, lastSeenId: string): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM items s JOIN items n ON n.workspace_id = s.workspace_id AND n.conversation_id = s.conversation_id AND n.waits = 1 AND n.seq > s.seq
     WHERE s.workspace_id = $1 AND s.id = $2 AND s.conversation_id = $3 LIMIT 1`,
    [workspaceId, lastSeenId, conversationId],
  );
  if (rowCount) refuse("newer_message", "The customer has written again. Read it first.");
}

export async function changeAssignee({ tx, actor, conversation, place }: Step, assigneeId: string | null | undefined): Promise<void> {
  if (assigneeId === undefined || assigneeId === conversation.assigneeId) return;
  const { rows } = await tx.query<{ name: string }>("SELECT name FROM agents WHERE workspace_id = $1 AND id = $2 AND disabled_at IS NULL", [
    place.workspaceId,
    assigneeId,
  ]);
  if (assigneeId !== null && !rows[0])
    refuse("invalid_request", "There is no such agent.", { errors: [{ pointer: "/assigneeId", detail: "is not an agent of this workspace" }] });
  await tx.query("UPDATE conversations SET assignee_id = $3, version = version + 1 WHERE workspace_id = $1 AND id = $2", [
    place.workspaceId,
    conversation.id,
    assigneeId,
  ]);
  await writeEvent(tx, actor, place, "assigned", { to: rows[0]?.name ?? null, toId: assigneeId && toTypeId("agent", assigneeId) });
}

export async function changeQueue({ tx, actor, conversation, place }: Step, queueId: string | null | undefined): Promise<void> {
  if (queueId === undefined || queueId === conversation.queueId) return;
  // Held until the end: a queue that goes away meanwhile waits, and takes this conversation out again.
  const { rows } = await tx.query<{ name: string }>("SELECT name FROM queues WHERE workspace_id = $1 AND id = $2 FOR KEY SHARE", [
    place.workspaceId,
    queueId,
  ]);
  if (queueId !== null && !rows[0])
    refuse("invalid_request", "There is no such queue.", { errors: [{ pointer: "/queueId", detail: "is not a queue of this workspace" }] });
  await tx.query("UPDATE conversations SET queue_id = $3, version = version + 1 WHERE workspace_id = $1 AND id = $2", [
    place.workspaceId,
    conversation.id,
    queueId,
  ]);
  await writeEvent(tx, actor, place, "queue_changed", { to: rows[0]?.name ?? null });
}

export async function changeLabels({ tx, actor, conversation, place }: Step, labelIds: string[] | undefined): Promise<void> {
  if (labelIds === undefined) return;
  const wanted = [...new Set(labelIds)];
  const { rows } = await tx.query<{ id: string; name: string }>(
    "SELECT id, name FROM labels WHERE workspace_id = $1 AND id = ANY($2::uuid[]) ORDER BY name",
    [place.workspaceId, wanted],
  );
  if (rows.length !== wanted.length)
    refuse("invalid_request", "There is no such label.", { errors: [{ pointer: "/labels", detail: "holds an unknown label" }] });
  await tx.query("UPDATE conversations SET label_ids = $3, version = version + 1 WHERE workspace_id = $1 AND id = $2", [
    place.workspaceId,
    conversation.id,
    wanted,
  ]);
  await writeEvent(tx, actor, place, "labels_changed", { to: rows.map((row) => row.name) });
}

export async function changePriority({ tx, actor, conversation, place }: Step, priority: string | undefined): Promise<void> {
  if (priority === undefined) return;
  const { rowCount } = await tx.query(
    "UPDATE conversations SET priority = $3, version = version + 1 WHERE workspace_id = $1 AND id = $2 AND priority <> $3",
    [place.workspaceId, conversation.id, priority],
  );
  if (rowCount) await writeEvent(tx, actor, place, "priority_changed", { to: priority });
}
