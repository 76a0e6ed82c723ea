import type { Mark } from "@onethread/core";

/** A text with parts of it pointed out. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const parts: { at: number; text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at || end <= start) continue;
    if (start > at) parts.push({ at, text: text.slice(at, start), marked: false });
    parts.push({ at: start, text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), marked: false });
  return parts.map((part) =>
    part.marked ? (
      <mark key={part.at} className="rounded-[2px] bg-mark font-medium text-fg">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
