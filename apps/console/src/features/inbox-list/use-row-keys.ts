"use client";
import type { Conversation } from "@onethread/core/api";
import { useState } from "react";
import { clearSelection, selectTo, toggleSelected, useHasSelection } from "../bulk/selection.ts";
import { useConversationActions } from "../conversation/use-conversation-actions.ts";
import { useMay, useMayWorkOn } from "../frame/me.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";

type Options = {
  listKey: string;
  rows: readonly Conversation[];
  cursor: string | null;
  openId: string | null;
  move: (step: 1 | -1) => string | null;
};

/** Keys that act on the row under the cursor while no conversation is open, and keys that choose rows. */
export function useRowKeys({ listKey, rows, cursor, openId, move }: Options) {
  const row = rows.find(({ id }) => id === cursor);
  const actions = useConversationActions(row);
  const chosen = useHasSelection();
  const mayWork = useMay("work_cases");
  const acts = useMayWorkOn(row) && openId === null && !chosen;
  const [snoozing, setSnoozing] = useState<string | null>(null);
  useShortcut("done", actions.done, acts);
  useShortcut("assignToMe", actions.assignToMe, acts);
  useShortcut("snooze", () => setSnoozing(cursor), acts);
  const order = rows.map(({ id }) => id);
  useShortcut("select", () => cursor && toggleSelected(listKey, cursor), mayWork && row !== undefined);
  const extend = (step: 1 | -1) => {
    const to = move(step);
    if (to) selectTo(listKey, order, to, cursor);
  };
  useShortcut("selectDown", () => extend(1), mayWork);
  useShortcut("selectUp", () => extend(-1), mayWork);
  useShortcut("leave", clearSelection, chosen);
  return { snoozing, stopSnoozing: () => setSnoozing(null), snooze: actions.snooze };
}
