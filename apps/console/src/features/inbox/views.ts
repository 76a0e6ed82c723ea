import type { Conversation, conversationViews } from "@onethread/core/api";

export type View = (typeof conversationViews)[number];
export const views = ["mine", "unassigned", "all", "snoozed", "done"] as const satisfies readonly View[];

export const isView = (value: string): value is View => (views as readonly string[]).includes(value);

/** Whether a conversation belongs in a view, as the server decides it. */
export function belongsTo(view: View, conversation: Pick<Conversation, "status" | "assignee">, agentId: string | null): boolean {
  if (view === "snoozed" || view === "done") return conversation.status === view;
  if (conversation.status !== "open") return false;
  if (view === "mine") return conversation.assignee !== null && conversation.assignee.id === agentId;
  return view === "all" || conversation.assignee === null;
}
