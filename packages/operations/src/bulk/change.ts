import type { Conversation } from "@onethread/core/api";
import type { ConversationChange } from "../update-conversation.ts";

/** What is done to many conversations. Ids are UUIDs, except labels': those are compared with what the API shows. */
export type BulkChangeWish = Pick<ConversationChange, "status" | "assigneeId" | "queueId" | "priority"> & {
  /** RFC 3339, since it is kept as JSON. */
  snoozedUntil?: string | null | undefined;
  addLabels?: string[] | undefined;
  removeLabels?: string[] | undefined;
};

/** What an undo brings back. Ids as the API shows them. */
export type Before = Pick<Conversation, "status" | "snoozedUntil" | "queueId" | "priority" | "labels"> & { assigneeId: string | null };

export const beforeOf = ({ status, snoozedUntil, assignee, queueId, priority, labels }: Conversation): Before => ({
  status,
  snoozedUntil,
  assigneeId: assignee?.id ?? null,
  queueId,
  priority,
  labels,
});

/** The labels a conversation has afterwards; undefined: the same as before. */
export function labelsAfter(labels: readonly string[], wish: Pick<BulkChangeWish, "addLabels" | "removeLabels">): string[] | undefined {
  const gone = new Set(wish.removeLabels);
  const after = [...new Set([...labels, ...(wish.addLabels ?? [])])].filter((label) => !gone.has(label));
  return after.length === labels.length && after.every((label) => labels.includes(label)) ? undefined : after;
}
