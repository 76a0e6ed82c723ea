"use client";
import { useLocale } from "next-intl";
import type { RefObject } from "react";
import type { EditorHandle } from "../composer/field.ts";
import { findTrigger } from "../composer/find-trigger.ts";
import { useSuggestion } from "../composer/use-suggestion.ts";
import { loadEmojis, type NamedEmoji, useEmojis } from "./emoji-data.ts";
import { rankEmoji } from "./rank-emoji.ts";
import { useRecentEmoji } from "./recent-emoji.ts";

/** One letter behind a colon is a smiley as people type it (`:D`). */
const shortest = 2;

/** Emoji by name behind a `:` where one writes. */
export function useEmojiSuggestion(editor: RefObject<EditorHandle | null>) {
  const locale = useLocale();
  const data = useEmojis(locale);
  const { recent, note } = useRecentEmoji();
  const list = useSuggestion<NamedEmoji>({
    sign: ":",
    find: (query) => (data && query.length >= shortest ? rankEmoji(data.emojis, query, recent) : []),
    onPick: ({ emoji }, place) => {
      editor.current?.replace(place.start, place.end, `${emoji} `);
      note(emoji);
    },
  });
  const onCaret = (text: string, caret: number) => {
    // Without a connection there is no list, and a colon stays a colon.
    if (!data && findTrigger(text, caret, ":")) void loadEmojis(locale).catch(() => undefined);
    list.onCaret(text, caret);
  };
  return { ...list, onCaret };
}
