"use client";
import { useId, useState } from "react";
import type { EditorKey } from "./field.ts";
import { findTrigger, type Trigger } from "./find-trigger.ts";

type Props<T> = {
  /** What is typed at the beginning of a word to ask for the list: one sign. */
  sign: string;
  /** Finds what is typed behind the sign where names have more in them than one word; else it ends with the word. */
  trigger?: (text: string, caret: number) => Trigger | null;
  /** What fits the words behind the sign, the best first; none while it is not known yet. */
  find: (query: string) => readonly T[];
  /** Puts the chosen one in the place of what was typed (`EditorHandle.replace`). */
  onPick: (option: T, place: { start: number; end: number }) => void;
  /** Whether there is something to say when nothing fits: that it loads, that it failed, that there is none. */
  openEmpty?: (query: string) => boolean;
};

/**
 * Things to choose from behind a sign: the words in the field are the search, and the field keeps the focus. Its keys
 * (`onKey`), the caret (`onCaret`) and the list (`SuggestionList`) are handed on by the composer; it works alike in the
 * plain field and in the editor.
 */
export function useSuggestion<T>({
  sign,
  trigger = (text, caret) => findTrigger(text, caret, sign),
  find,
  onPick,
  openEmpty = () => false,
}: Props<T>) {
  const listId = useId();
  const [at, setAt] = useState<{ found: Trigger; caret: number } | null>(null);
  const [chosen, setChosen] = useState(0);
  // Whoever closed the list meant the sign itself: it stays closed for that one.
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const options = at && at.found.start !== closedAt ? find(at.found.query) : [];
  const open = at !== null && at.found.start !== closedAt && (options.length > 0 || openEmpty(at.found.query));
  const active = Math.min(chosen, options.length - 1);

  const pick = (option: T) => {
    if (at) onPick(option, { start: at.found.start, end: at.caret });
  };

  /** Answers whether the key was meant for the list. */
  const onKey = (event: EditorKey): boolean => {
    if (!open || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return false;
    const option = options[active];
    if (event.key === "Escape") setClosedAt(at.found.start);
    else if (event.key === "ArrowDown" && option !== undefined) setChosen((active + 1) % options.length);
    else if (event.key === "ArrowUp" && option !== undefined) setChosen((active + options.length - 1) % options.length);
    else if ((event.key === "Enter" || event.key === "Tab") && option !== undefined) pick(option);
    else return false;
    return true;
  };

  const onCaret = (text: string, caret: number) => {
    const found = trigger(text, caret);
    setAt((before) => (found === null ? null : sameTrigger(before?.found, found) && before?.caret === caret ? before : { found, caret }));
    if (!sameTrigger(found, at?.found)) setChosen(0);
    // Selecting may be told in the very turn of the key that closed the list.
    setClosedAt((before) => (found?.start === before ? before : null));
  };

  return { open, options, active, listId, pick, onKey, onCaret };
}

const sameTrigger = (a: Trigger | null | undefined, b: Trigger | null | undefined): boolean => a?.start === b?.start && a?.query === b?.query;

export type Suggestion<T> = ReturnType<typeof useSuggestion<T>>;
export const optionId = (listId: string, index: number) => `${listId}-${index}`;
