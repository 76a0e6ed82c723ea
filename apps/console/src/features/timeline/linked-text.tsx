import { Fragment, type ReactNode, useMemo } from "react";
import type { MarkKind } from "../message-content/find-marks.ts";
import { formattedRuns } from "../message-content/formatted-runs.ts";

export const textClass = "whitespace-pre-wrap text-body [overflow-wrap:anywhere]";

/**
 * Somebody's words, as they wrote them, in their own direction; only http(s) addresses become links. With `marks`, what
 * their channel shows bold, italic, struck or as code is shown so.
 */
export function LinkedText({ text, marks = false }: { text: string; marks?: boolean }) {
  return (
    <p dir="auto" className={textClass}>
      <LinkedParts text={text} marks={marks} />
    </p>
  );
}

/** The same inside of a line. */
export function LinkedParts({ text, marks = false }: { text: string; marks?: boolean }) {
  const runs = useMemo(() => formattedRuns(text, marks), [text, marks]);
  return runs.map(({ text: words, kinds, href }, index) => {
    const shown = kinds.reduceRight(inMark, words as ReactNode);
    // biome-ignore lint/suspicious/noArrayIndexKey: a part of a text is its place in it.
    if (href === null) return <Fragment key={index}>{shown}</Fragment>;
    return (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a text is its place in it.
        key={index}
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-accent-text underline underline-offset-2"
      >
        {shown}
      </a>
    );
  });
}

function inMark(words: ReactNode, kind: MarkKind): ReactNode {
  if (kind === "bold") return <strong className="font-semibold">{words}</strong>;
  if (kind === "italic") return <em>{words}</em>;
  if (kind === "strike") return <s>{words}</s>;
  return <code className="font-mono text-[0.95em]">{words}</code>;
}
