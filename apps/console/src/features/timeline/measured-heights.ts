import type { VirtualItem } from "@tanstack/react-virtual";

/** For how many timelines, whole or filtered, the heights of rows are remembered. */
const most = 50;
const kept = new Map<string, VirtualItem[]>();

/** The heights that a timeline's rows had when it was left: so that it stands at once, and does not jump, when one returns. */
export const heightsOf = (place: string): VirtualItem[] => kept.get(place) ?? [];

export function keepHeights(place: string, heights: VirtualItem[]): void {
  kept.delete(place);
  kept.set(place, heights);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
