import type { Conversation, TimelineItem } from "@onethread/core/api";
import { useEffect } from "react";

/** Of each conversation that is open, the last item that has stood on the screen. */
const seen = new Map<string, Pick<TimelineItem, "id" | "occurredAt">>();

/** Says what stands on the screen now. What a filter hides is not seen; what was seen before stays so. */
export function noteSeen(conversationId: string, shown: readonly TimelineItem[]): void {
  const last = shown.at(-1);
  const before = seen.get(conversationId);
  if (last && (!before || last.occurredAt >= before.occurredAt)) seen.set(conversationId, last);
}

export const forgetSeen = (conversationId: string): boolean => seen.delete(conversationId);

/** The last item an agent has seen of a conversation: of the open one, on its timeline; of another, in its row. */
export const lastSeenOf = ({ id, lastMessage }: Pick<Conversation, "id" | "lastMessage">): string | null =>
  seen.get(id)?.id ?? lastMessage?.id ?? null;

export function useNoteSeen(conversationId: string, shown: readonly TimelineItem[]): void {
  useEffect(() => noteSeen(conversationId, shown), [conversationId, shown]);
  useEffect(() => () => void forgetSeen(conversationId), [conversationId]);
}
