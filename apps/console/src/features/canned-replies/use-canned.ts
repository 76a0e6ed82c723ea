"use client";
import { type Channel, fillCannedBody, findQuestion, nextQuestion, type Question, questionAround } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import type { RefObject } from "react";
import { type CannedReply, listCannedReplies } from "../../api/canned-replies.ts";
import { keys } from "../../api/keys.ts";
import type { EditorHandle, EditorKey } from "../composer/field.ts";
import { useSuggestion } from "../composer/use-suggestion.ts";
import { rankCanned } from "./rank-canned.ts";
import { useCannedValues } from "./use-canned-values.ts";

type Props = {
  editor: RefObject<EditorHandle | null>;
  text: string;
  customerName: string | null;
  /** What a reply goes out through; null: nothing goes out. */
  channel: Channel | null;
  /** One was put in: it brings its files along. */
  onUse: (reply: CannedReply) => void;
};

/** Canned replies where one writes: the list behind a `/`, and the questions of those that were put in. */
export function useCanned({ editor, text, customerName, channel, onUse }: Props) {
  const query = useQuery({ queryKey: keys.cannedReplies, queryFn: listCannedReplies });
  const values = useCannedValues(customerName);
  const filled = (reply: CannedReply): string => fillCannedBody(reply.body, values);
  const select = (question: Question) => editor.current?.select(question.start, question.end);

  const list = useSuggestion<CannedReply>({
    sign: "/",
    find: (words) => (query.data ? rankCanned(query.data, words, channel) : []),
    // A word that fits nothing is no question for a list.
    openEmpty: (words) => words === "",
    onPick: (reply, place) => {
      const body = filled(reply);
      editor.current?.replace(place.start, place.end, body);
      const question = findQuestion(body);
      if (question) editor.current?.select(place.start + question.start, place.start + question.end);
      onUse(reply);
    },
  });

  const selection = () => editor.current?.selection() ?? { start: 0, end: 0 };

  /** Selects the next question, or the one before. Answers whether there was another one than it stands on. */
  const walk = (step: 1 | -1): boolean => {
    const next = nextQuestion(text, selection(), step);
    if (next) select(next);
    return next !== null;
  };

  /** A question goes as a whole: it is selected first, so that one sees what the next key takes away. */
  const deletes = (key: string): boolean => {
    const { start, end } = selection();
    const question = start === end ? questionAround(text, key === "Backspace" ? start - 0.5 : start + 0.5) : null;
    if (question) select(question);
    return question !== null;
  };

  /** Answers whether the key was meant for the list or for a question. */
  const onKey = (event: EditorKey): boolean => {
    if (list.onKey(event)) return true;
    if (event.metaKey || event.ctrlKey || event.altKey) return false;
    if (event.key === "Tab") return walk(event.shiftKey ? -1 : 1);
    return (event.key === "Backspace" || event.key === "Delete") && deletes(event.key);
  };

  const goToQuestion = () => {
    const question = findQuestion(text);
    if (question) select(question);
  };

  return { list, loading: query.isPending, failed: query.isError, retry: query.refetch, filled, onKey, goToQuestion };
}

export type Canned = ReturnType<typeof useCanned>;
