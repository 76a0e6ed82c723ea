import { type Actor, fromTypeId, type MacroState, toTypeId } from "@onethread/core";
import type { Tx } from "@onethread/db/client";
import { changeAssignee, changeLabels, changePriority, changeQueue, changeStatus, type Step } from "../conversation/change-parts.ts";
import { lockConversation } from "../conversation/conversation-lock.ts";

type Row = {
  status: MacroState["status"];
  snoozedUntil: Date | null;
  priority: MacroState["priority"];
  assigneeId: string | null;
  queueId: string | null;
  labelIds: string[];
};

/** How a conversation stands, as macros see it. The caller holds it locked. */
export async function readMacroState(tx: Tx, workspaceId: string, conversationId: string): Promise<MacroState> {
  const { rows } = await tx.query<Row>(
    `SELECT status, snoozed_until AS "snoozedUntil", priority, assignee_id AS "assigneeId", queue_id AS "queueId", label_ids AS "labelIds"
     FROM conversations WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, conversationId],
  );
  const [row] = rows;
  if (!row) throw new Error("a locked conversation is not there");
  return {
    status: row.status,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    priority: row.priority,
    assigneeId: row.assigneeId && toTypeId("agent", row.assigneeId),
    queueId: row.queueId && toTypeId("queue", row.queueId),
    labels: row.labelIds.map((id) => toTypeId("label", id)),
  };
}

/** A step on what the one before left behind: closing and opening change the case that the next one belongs to. */
export async function nextStep(tx: Tx, actor: Actor, conversationId: string, now: Date): Promise<Step> {
  const conversation = await lockConversation(tx, actor.workspaceId, conversationId);
  return { tx, actor, now, conversation, place: { workspaceId: actor.workspaceId, conversationId, caseId: conversation.caseId, at: now } };
}

/** Brings a conversation from one state to another, with an event for each thing that changes. */
export async function applyMacroState(step: Step, from: MacroState, to: MacroState, lastSeenItemId?: string): Promise<void> {
  if (to.assigneeId !== from.assigneeId) await changeAssignee(step, to.assigneeId && fromTypeId("agent", to.assigneeId));
  if (to.queueId !== from.queueId) await changeQueue(step, to.queueId && fromTypeId("queue", to.queueId));
  if (to.labels.length !== from.labels.length || to.labels.some((label) => !from.labels.includes(label)))
    await changeLabels(
      step,
      to.labels.flatMap((label) => fromTypeId("label", label) ?? []),
    );
  if (to.priority !== from.priority) await changePriority(step, to.priority);
  if (to.status !== from.status || to.snoozedUntil !== from.snoozedUntil)
    await changeStatus(step, {
      status: to.status,
      snoozedUntil: to.status === "snoozed" ? (to.snoozedUntil === null ? null : new Date(to.snoozedUntil)) : undefined,
      lastSeenItemId,
    });
}
