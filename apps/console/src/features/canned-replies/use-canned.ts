"use client";
import { fillCannedBody, findQuestion } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { type CannedReply, listCannedReplies } from "../../api/canned-replies.ts";
import { keys } from "../../api/keys.ts";
import type { EditorHandle } from "../composer/editor.tsx";
import { findSlash } from "./find-slash.ts";
import { rankCanned } from "./rank-canned.ts";
import { useCannedValues } from "./use-canned-values.ts";

type Props = {
  editor: RefObject<EditorHandle | null>;
  text: string;
  customerName: string | null;
  /** One was put in: it brings its files along. */
  onUse: (reply: CannedReply) => void;
};

/** Canned replies where one writes: the list behind a `/`, and the questions of those that were put in. */
export function useCanned({ editor, text, customerName, onUse }: Props) {
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  // Whoever closed the list meant a slash: it stays closed for that one.
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const query = useQuery({ queryKey: keys.cannedReplies, queryFn: listCannedReplies });
  const slash = findSlash(text, caret);
  const options = slash && query.data ? rankCanned(query.data, slash.query) : [];
  // A word that fits nothing is no question for a list.
  const open = slash !== null && slash.start !== closedAt && (options.length > 0 || slash.query === "");
  const active = Math.min(chosen, options.length - 1);

  const values = useCannedValues(customerName);

  const filled = (reply: CannedReply): string => fillCannedBody(reply.body, values);

  const pick = (reply: CannedReply) => {
    if (!slash) return;
    const text = filled(reply);
    editor.current?.replace(slash.start, caret, text);
    const question = findQuestion(text);
    if (question) editor.current?.select(slash.start + question.start, slash.start + question.end);
    onUse(reply);
  };

  /** Puts the caret on the next question. Answers whether there was another one than it stands on. */
  const goToQuestion = (): boolean => {
    const selected = editor.current?.selection() ?? { start: 0, end: 0 };
    const next = findQuestion(text, selected.end);
    if (!next || (next.start === selected.start && next.end === selected.end)) return false;
    editor.current?.select(next.start, next.end);
    return true;
  };

  /** Answers whether the key was meant for the list or for a question. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return false;
    if (!open) return event.key === "Tab" && goToQuestion();
    const reply = options[active];
    if (event.key === "Escape") setClosedAt(slash.start);
    else if (event.key === "ArrowDown" && reply) setChosen((active + 1) % options.length);
    else if (event.key === "ArrowUp" && reply) setChosen((active + options.length - 1) % options.length);
    else if ((event.key === "Enter" || event.key === "Tab") && reply) pick(reply);
    else return false;
    return true;
  };

  const onCaret = (next: number) => {
    setCaret(next);
    const found = findSlash(editor.current?.text() ?? "", next);
    if (found?.start !== slash?.start || found?.query !== slash?.query) setChosen(0);
    // Selecting may be told in the very turn of the key that closed the list.
    setClosedAt((at) => (found?.start === at ? at : null));
  };

  return {
    open,
    options,
    active,
    listId,
    loading: query.isPending,
    failed: query.isError,
    retry: query.refetch,
    filled,
    pick,
    onKey,
    onCaret,
    goToQuestion,
  };
}

export type Canned = ReturnType<typeof useCanned>;
export const optionId = (listId: string, index: number) => `${listId}-${index}`;
