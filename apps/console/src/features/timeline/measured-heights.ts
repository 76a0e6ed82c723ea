import type { VirtualItem } from "@tanstack/react-virtual";

/** For how many conversations the heights of rows are remembered. */
const most = 50;
const kept = new Map<string, VirtualItem[]>();

/** The heights that a conversation's rows had when it was left: so that it stands at once, and does not jump, when one returns. */
export const heightsOf = (conversationId: string): VirtualItem[] => kept.get(conversationId) ?? [];

export function keepHeights(conversationId: string, heights: VirtualItem[]): void {
  kept.delete(conversationId);
  kept.set(conversationId, heights);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
