import type { Conversation, conversationViews } from "@onethread/core/api";

export type View = (typeof conversationViews)[number];
export const views = ["mine", "unassigned", "all", "snoozed", "done"] as const satisfies readonly View[];

export const isView = (value: string): value is View => (views as readonly string[]).includes(value);

type Place = { view: View; queueId?: string };

/** Whether a conversation belongs in a view or in a queue's page, as the server decides it. */
export function belongsTo(place: Place, conversation: Pick<Conversation, "status" | "assignee" | "queueId">, agentId: string | null): boolean {
  const { view, queueId } = place;
  if (queueId && conversation.queueId !== queueId) return false;
  if (view === "snoozed" || view === "done") return conversation.status === view;
  if (conversation.status !== "open") return false;
  if (view === "mine") return conversation.assignee !== null && conversation.assignee.id === agentId;
  return view === "all" || conversation.assignee === null;
}
