"use client";
import { mentionParts } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useMe } from "../frame/me.tsx";
import { LinkedParts, textClass } from "../timeline/linked-text.tsx";

/** A note's words: whom it mentions stands out, and oneself most of all. */
export function NoteText({ content }: { content: TimelineItem["content"] }) {
  const t = useTranslations("mentions");
  const me = useMe().agent?.id;
  const { text, mentions } = content;
  const parts = useMemo(() => mentionParts(text ?? "", mentions ?? []), [text, mentions]);
  return (
    <p dir="auto" className={textClass}>
      {parts.map((part, index) => {
        const key = `${index}-${part.text}`;
        if (part.ids.length === 0) return <LinkedParts key={key} text={part.text} />;
        if (!me || !part.ids.includes(me))
          return (
            <bdi key={key} data-testid="mention" className="font-semibold">
              {part.text}
            </bdi>
          );
        return (
          <mark key={key} data-testid="own-mention" className="rounded-xs bg-accent px-1 font-semibold text-on-accent">
            <bdi>{part.text}</bdi>
            {/* Isolated, so that the note's direction is that of its own words. */}
            <bdi className="sr-only"> ({t("ofYou")})</bdi>
          </mark>
        );
      })}
    </p>
  );
}
