"use client";
import type { RefObject } from "react";
import type { MarkKind } from "../message-content/find-marks.ts";
import type { EditorHandle, EditorKey } from "./field.ts";
import { wrapInMark } from "./wrap-in-mark.ts";

/** Puts marks around what is selected, by key or by button; nothing where the channel shows none. */
export function useMarkKeys(editor: RefObject<EditorHandle | null>, marks: boolean) {
  const wrap = (kind: MarkKind) => {
    const field = editor.current;
    if (!field) return;
    const { start, end, text, select } = wrapInMark(field.text(), field.selection(), kind);
    field.replace(start, end, text);
    field.select(select.start, select.end);
  };
  /** Answers whether the key was meant for a mark: also where there are none, so that no browser makes bold what goes out plain. */
  const onKey = (event: EditorKey): boolean => {
    const kind = event.metaKey || event.ctrlKey ? markKey(event) : null;
    if (kind && marks) wrap(kind);
    return kind !== null;
  };
  return { wrap, onKey };
}

function markKey({ key, shiftKey, altKey }: EditorKey): MarkKind | null {
  if (altKey) return null;
  const letter = key.toLowerCase();
  if (shiftKey) return letter === "x" ? "strike" : null;
  return letter === "b" ? "bold" : letter === "i" ? "italic" : letter === "e" ? "code" : null;
}
