import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

/** What a table can tell of a conversation beside whose it is, in this order. */
export const columns = ["message", "channels", "assignee", "queue", "labels", "priority", "waiting", "status", "created", "activity"] as const;
export type Column = (typeof columns)[number];

/** As CSS grid takes widths. */
const widths: Record<Column, string> = {
  message: "minmax(10rem, 3fr)",
  channels: "5.5rem",
  assignee: "minmax(7rem, 1fr)",
  queue: "minmax(6rem, 1fr)",
  labels: "minmax(6rem, 1fr)",
  priority: "6rem",
  waiting: "6rem",
  status: "7.5rem",
  created: "6rem",
  activity: "6.5rem",
};
const atFirst: readonly Column[] = ["message", "channels", "assignee", "priority", "waiting", "activity"];

/** A box, whose it is, what was chosen. */
export const gridOf = (chosen: readonly Column[], withBox: boolean): string =>
  [withBox ? "1.25rem" : "", "minmax(9rem, 1.5fr)", ...chosen.map((column) => widths[column])].filter(Boolean).join(" ");

const key = "onethread.list-columns";
const store = externalStore<readonly Column[]>(read());

export const useColumns = (): readonly Column[] => useSyncExternalStore(store.subscribe, store.get, () => atFirst);

/** Shows a column, or hides it, in this browser. */
export function showColumn(column: Column, on: boolean): void {
  const chosen = columns.filter((one) => (one === column ? on : store.get().includes(one)));
  store.set(chosen);
  try {
    localStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // It lasts as long as the page.
  }
}

function read(): readonly Column[] {
  try {
    const kept: unknown = JSON.parse((typeof window !== "undefined" && localStorage.getItem(key)) || "null");
    return Array.isArray(kept) ? columns.filter((column) => kept.includes(column)) : atFirst;
  } catch {
    return atFirst;
  }
}
