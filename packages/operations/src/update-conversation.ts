import { type Actor, type Result, toTypeId } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { forWorkspace, newId, type Tx } from "@onethread/db/client";
import { readConversation } from "@onethread/db/read";
import { setStatus } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { writeEvent } from "./conversation/compose-item.ts";
import { type LockedConversation, lockConversation, mayWorkOn } from "./conversation/conversation-lock.ts";

/** Ids are UUIDs. What is undefined stays as it is. */
export type ConversationChange = {
  version?: number | undefined;
  status?: "open" | "snoozed" | "done" | undefined;
  snoozedUntil?: Date | null | undefined;
  assigneeId?: string | null | undefined;
  queueId?: string | null | undefined;
  priority?: "low" | "normal" | "high" | "urgent" | undefined;
  labelIds?: string[] | undefined;
  lastSeenItemId?: string | undefined;
};

/** Changes the state of a conversation's case and writes what was done onto its timeline. */
export async function updateConversation(context: Context, actor: Actor, id: string, change: ConversationChange): Promise<Result<Conversation>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const now = context.now();
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      const conversation = await lockConversation(tx, actor.workspaceId, id);
      mayWorkOn(actor, conversation);
      if (change.version !== undefined && change.version !== conversation.version) {
        refuse("conversation_changed", "Somebody else changed the conversation. Load it again.", { extra: { version: conversation.version } });
      }
      const step = {
        tx,
        actor,
        now,
        conversation,
        place: { workspaceId: actor.workspaceId, conversationId: id, caseId: conversation.caseId, at: now },
      };
      // What is changed together with "done" belongs to the case that it closes.
      const closes = change.status === "done";
      if (!closes) await changeStatus(step, change);
      await changeAssignee(step, change.assigneeId);
      await changeQueue(step, change.queueId);
      await changeLabels(step, change.labelIds);
      await changePriority(step, change.priority);
      if (closes) await changeStatus(step, change);
    }),
  );
  if (!done.ok) return done;
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "conversation", ids: [id], conversationId: id }]);
  return readConversation(context.database, actor, id);
}

type Step = {
  tx: Tx;
  actor: Actor;
  now: Date;
  conversation: LockedConversation;
  place: { workspaceId: string; conversationId: string; caseId: string | null; at: Date };
};

async function changeStatus({ tx, actor, now, conversation, place }: Step, change: ConversationChange): Promise<void> {
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

async function changeAssignee({ tx, actor, conversation, place }: Step, assigneeId: string | null | undefined): Promise<void> {
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

async function changeQueue({ tx, actor, conversation, place }: Step, queueId: string | null | undefined): Promise<void> {
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

async function changeLabels({ tx, actor, conversation, place }: Step, labelIds: string[] | undefined): Promise<void> {
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

async function changePriority({ tx, actor, conversation, place }: Step, priority: string | undefined): Promise<void> {
  if (priority === undefined) return;
  const { rowCount } = await tx.query(
    "UPDATE conversations SET priority = $3, version = version + 1 WHERE workspace_id = $1 AND id = $2 AND priority <> $3",
    [place.workspaceId, conversation.id, priority],
  );
  if (rowCount) await writeEvent(tx, actor, place, "priority_changed", { to: priority });
}
