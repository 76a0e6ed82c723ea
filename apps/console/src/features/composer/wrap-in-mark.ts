import type { MarkKind } from "../message-content/find-marks.ts";

/** What stands on either side of a word for it to be shown so. */
const markSigns: Readonly<Record<MarkKind, string>> = { bold: "*", italic: "_", strike: "~", code: "`" };

type Selection = { start: number; end: number };
export type Wrapped = { start: number; end: number; text: string; select: Selection };

/**
 * Puts a mark around what is selected, or takes it away where it stands already: `text` goes where `start` to `end` was,
 * then `select` is selected. Marks hold neither over line breaks nor next to blanks, so each line gets its own, inside of
 * its blanks. Without a selection there is a pair of signs with the caret between.
 */
export function wrapInMark(text: string, { start, end }: Selection, kind: MarkKind): Wrapped {
  const sign = markSigns[kind];
  const width = sign.length;
  const selected = text.slice(start, end);
  if (text.slice(start - width, start) === sign && text.slice(end, end + width) === sign)
    return { start: start - width, end: end + width, text: selected, select: { start: start - width, end: end - width } };
  if (selected.trim() === "") {
    const at = { start: start + width, end: start + width };
    return { start, end: start, text: sign + sign, select: at };
  }
  const lines = selected.split("\n").map((line) => trimmed(line));
  const all = lines.every(({ words }) => words === "" || (words.length > 2 * width && words.startsWith(sign) && words.endsWith(sign)));
  const changed = lines.map(({ before, words, after }) => {
    if (words === "") return before + after;
    return before + (all ? words.slice(width, -width) : sign + words + sign) + after;
  });
  const joined = changed.join("\n");
  // One line: its words stay selected, so that the same key takes the mark away again.
  const [only] = lines;
  const inner = all ? 0 : width;
  const select =
    lines.length === 1 && only
      ? { start: start + only.before.length + inner, end: start + joined.length - only.after.length - inner }
      : { start, end: start + joined.length };
  return { start, end, text: joined, select };
}

function trimmed(line: string): { before: string; words: string; after: string } {
  const words = line.trim();
  const before = line.slice(0, line.length - line.trimStart().length);
  return { before, words, after: line.slice(before.length + words.length) };
}
