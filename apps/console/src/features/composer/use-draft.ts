"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Mode, readDraft, writeDraft } from "./draft-store.ts";

/** Typing rests this long before the draft is saved. Milliseconds. */
const rest = 800;

/**
 * The text of one mode, saved as it is typed and when the composer goes away. `restore` brings words back into an
 * empty field.
 */
export function useDraft(conversationId: string, mode: Mode) {
  const [text, setText] = useState(() => readDraft(conversationId, mode));
  const latest = useRef(text);
  latest.current = text;
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (unsaved.current !== null) writeDraft(conversationId, mode, unsaved.current);
    unsaved.current = null;
  }, [conversationId, mode]);
  const set = useCallback(
    (next: string) => {
      setText(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, rest);
    },
    [save],
  );
  const restore = useCallback(
    (words: string) => {
      if (latest.current.trim() === "") set(words);
    },
    [set],
  );
  const clear = useCallback(() => {
    set("");
    save();
  }, [set, save]);

  useEffect(() => {
    window.addEventListener("pagehide", save);
    return () => {
      window.removeEventListener("pagehide", save);
      save();
    };
  }, [save]);
  return { text, set, clear, restore };
}
