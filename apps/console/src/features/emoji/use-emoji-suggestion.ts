"use client";
import { useLocale } from "next-intl";
import { type RefObject, useMemo } from "react";
import type { EditorHandle } from "../composer/field.ts";
import { findTrigger } from "../composer/find-trigger.ts";
import { useSuggestion } from "../composer/use-suggestion.ts";
import { useOwnSettings } from "../own-settings/use-own-settings.ts";
import { inTone, loadEmojis, type NamedEmoji, useEmojis } from "./emoji-data.ts";
import { rankEmoji } from "./rank-emoji.ts";
import { useRecentEmoji } from "./recent-emoji.ts";

/** One letter behind a colon is a smiley as people type it (`:D`). */
const shortest = 2;

/** Emoji by name behind a `:` where one writes. */
export function useEmojiSuggestion(editor: RefObject<EditorHandle | null>) {
  const locale = useLocale();
  const data = useEmojis(locale);
  const { skinTone } = useOwnSettings();
  const emojis = useMemo(() => data?.emojis.map((one) => inTone(one, skinTone)), [data, skinTone]);
  const { recent, note } = useRecentEmoji();
  const list = useSuggestion<NamedEmoji>({
    sign: ":",
    find: (query) => (emojis && query.length >= shortest ? rankEmoji(emojis, query, recent) : []),
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
