import { useMemo } from "react";
import { findLinks } from "./find-links.ts";

/** Somebody's words, as they wrote them, in their own direction; only http(s) addresses become links. */
export function LinkedText({ text }: { text: string }) {
  const parts = useMemo(() => findLinks(text), [text]);
  return (
    <p dir="auto" className="whitespace-pre-wrap text-body [overflow-wrap:anywhere]">
      {parts.map((part, index) =>
        part.kind === "text" ? (
          part.text
        ) : (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: a part of a text is its place in it.
            key={`${index}-${part.href}`}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-accent-text underline underline-offset-2"
          >
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
