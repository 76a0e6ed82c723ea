"use client";
import { type RefObject, useEffect } from "react";
import { focusWhenThere } from "../../focus-when-there.ts";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import type { TimelineRow } from "./build-rows.ts";

type Options = {
  scroller: RefObject<HTMLElement | null>;
  rows: readonly TimelineRow[];
  /** Brings a row into sight, by its place among the rows. */
  bring: (index: number) => void;
  toEnd: () => void;
  /** Goes to the first unread message where it is not among the rows; null: there is none. */
  onUnread: (() => void) | null;
};

/** Goes from message to message by key, to the first unread one and to the newest. The message that is gone to has the focus. */
export function useMessageKeys({ scroller, rows, bring, toEnd, onUnread }: Options): void {
  const focus = (key: string) => focusWhenThere(() => itemIn(scroller.current, key));
  const goTo = (index: number) => {
    const row = rows[index];
    if (!row) return;
    bring(index);
    focus(row.key);
  };
  const step = (by: 1 | -1) => {
    const key = document.activeElement?.closest("[data-item-id]")?.getAttribute("data-item-id");
    const at = rows.findIndex((row) => row.key === key);
    // Nothing has the focus: one begins with the newest.
    if (at === -1) return goTo(rows.findLastIndex(isMessage));
    const next =
      by === 1 ? rows.findIndex((row, index) => index > at && isMessage(row)) : rows.findLastIndex((row, index) => index < at && isMessage(row));
    goTo(next);
  };
  const firstUnread = rows.findIndex((row) => row.kind === "new");
  useShortcut("messageUp", () => step(-1));
  useShortcut("messageDown", () => step(1));
  useShortcut(
    "firstUnread",
    () => (firstUnread === -1 ? onUnread?.() : goTo(rows.findIndex((row, index) => index > firstUnread && isMessage(row)))),
    onUnread !== null,
  );
  useShortcut("latest", () => {
    toEnd();
    const last = rows.findLast(isMessage);
    if (last) focus(last.key);
  });

  useEffect(() => {
    const element = scroller.current;
    element?.addEventListener("keydown", inside);
    return () => element?.removeEventListener("keydown", inside);
  }, [scroller]);
}

/** Enter on a message goes to what can be done with it, Escape comes back from there. */
function inside(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.key === "Enter" && target.hasAttribute("data-item-id")) {
    event.preventDefault();
    target.querySelector<HTMLElement>("[data-message-actions] button")?.focus();
  }
  if (event.key === "Escape" && target.closest("[data-message-actions]")) {
    event.stopPropagation();
    target.closest<HTMLElement>("[data-item-id]")?.focus();
  }
}

const isMessage = (row: TimelineRow): boolean => row.kind === "message" || row.kind === "note";
const itemIn = (scroller: HTMLElement | null, key: string) => scroller?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(key)}"]`) ?? null;
