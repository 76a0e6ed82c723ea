"use client";
import { useTranslations } from "next-intl";
import { SuggestionList } from "../composer/suggestion-list.tsx";
import type { Suggestion } from "../composer/use-suggestion.ts";
import type { NamedEmoji } from "./emoji-data.ts";

/** The emoji that are called what was typed behind a `:`. */
export function EmojiList({ list }: { list: Suggestion<NamedEmoji> }) {
  const t = useTranslations("emoji");
  return (
    <SuggestionList
      list={list}
      label={t("title")}
      testId="emoji-list"
      keyOf={({ emoji }) => emoji}
      show={({ emoji, label, aliases }) => (
        <>
          <span aria-hidden className="w-6 shrink-0 text-center text-title">
            {emoji}
          </span>
          <span dir="auto" className="min-w-0 truncate">
            {label}
          </span>
          {aliases[0] && (
            <bdi aria-hidden className="ms-auto shrink-0 text-muted text-sm">
              :{aliases[0]}
            </bdi>
          )}
        </>
      )}
    />
  );
}
