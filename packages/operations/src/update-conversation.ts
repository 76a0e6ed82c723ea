import type { Actor, Result } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readConversation } from "@onethread/db/read";
import { allow, type Context, refuse, settled } from "./context.ts";
import { changeAssignee, changeLabels, changePriority, changeQueue, changeStatus } from "./conversation/change-parts.ts";
import { lockConversation, mayWorkOn } from "./conversation/conversation-lock.ts";

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
