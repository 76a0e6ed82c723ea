"use client";
import { useTranslations } from "next-intl";
import type { Agent } from "../../api/agents.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { SuggestionList } from "../composer/suggestion-list.tsx";
import type { Suggestion } from "../composer/use-suggestion.ts";

/** The colleagues who fit what was typed behind an "@". */
export function MentionList({ list }: { list: Suggestion<Agent> }) {
  const t = useTranslations("mentions");
  return (
    <SuggestionList
      list={list}
      label={t("title")}
      testId="mention-list"
      keyOf={({ id }) => id}
      show={({ name }) => (
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={name} size="small" />
          <span dir="auto" className="min-w-0 truncate">
            {name}
          </span>
        </span>
      )}
    />
  );
}
