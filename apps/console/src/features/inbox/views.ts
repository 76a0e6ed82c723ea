import { meetsCondition } from "@onethread/core";
import type { Conversation, conversationViews } from "@onethread/core/api";
import type { ConversationSet } from "../../api/conversations.ts";

export type View = (typeof conversationViews)[number];
export const views = ["mine", "mentions", "unassigned", "all", "snoozed", "drafts", "watching", "done"] as const satisfies readonly View[];
export const isView = (value: string): value is View => (views as readonly string[]).includes(value);
/** A view's name, or a saved view's id. */
export type ListPlace = View | `viw_${string}`;
export const isPlace = (part: string): part is ListPlace => isView(part) || part.startsWith("viw_");

/** Whether a conversation belongs in a list, as the server decides it (but for what is searched). */
export function belongsTo(set: ConversationSet, conversation: Conversation, agentId: string | null): boolean {
  const { view, queueId, channel, filter } = set;
  if (queueId && conversation.queueId !== queueId) return false;
  if (channel && !conversation.channels.includes(channel)) return false;
  if (filter && !meetsCondition(filter, conversation, { agentId, now: Date.now() })) return false;
  if (!view) return true;
  if (view === "mentions") return conversation.mention !== null;
  if (view === "watching") return conversation.status !== "done" && conversation.followers.some(({ id }) => id === agentId);
  if (view === "drafts") return conversation.draft !== null;
  if (view === "snoozed" || view === "done") return conversation.status === view;
  if (conversation.status !== "open") return false;
  if (view === "mine") return conversation.assignee !== null && conversation.assignee.id === agentId;
  return view === "all" || conversation.assignee === null;
}
