/**
 * What WhatsApp shows formatted: `*bold*`, `_italic_`, `~struck~`, and code between ` or ```
 * (https://faq.whatsapp.com/539178204879377, 2026).
 */
export type MarkKind = "bold" | "italic" | "strike" | "code";
/** Offsets in UTF-16 units, signs included, `end` exclusive; `sign` is how long the sign at either end is. */
export type Mark = { kind: MarkKind; start: number; end: number; sign: number };
type Range = { start: number; end: number };

const kinds: Readonly<Record<string, MarkKind>> = { "*": "bold", _: "italic", "~": "strike" };
const code = /```[\s\S]+?```|`[^`\n]+`/g;
const word = /[\p{L}\p{N}]/u;
const blank = /\s/;

/**
 * The marks of somebody's text: whole inside of one another, never across, and each on one line but for code. What stands
 * in `untouched` (addresses) is no mark. Linear in the text's length, whatever is in it.
 */
export function findMarks(text: string, untouched: readonly Range[] = []): Mark[] {
  const hidden = new Uint8Array(text.length);
  for (const { start, end } of untouched) hidden.fill(1, start, end);
  const marks: Mark[] = [];
  for (const match of text.matchAll(code)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (/^[`\s]*$/.test(match[0]) || hidden.subarray(start, end).includes(1)) continue;
    marks.push({ kind: "code", start, end, sign: match[0].startsWith("```") ? 3 : 1 });
  }
  for (const { start, end } of marks) hidden.fill(1, start, end);

  const ends = endsOf(text, hidden);
  // A pair ends at the first sign that can end it, so no kind stands inside of itself: this is never deeper than the kinds are many.
  const within = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const kind = kinds[text[at] ?? ""];
      if (!kind || hidden[at] || !begins(text, at)) continue;
      const end = firstFrom(ends[kind], at + 2);
      if (end === undefined || end >= to) continue;
      marks.push({ kind, start: at, end: end + 1, sign: 1 });
      within(at + 1, end);
      at = end;
    }
  };
  let from = 0;
  for (const line of text.split("\n")) {
    within(from, from + line.length);
    from += line.length + 1;
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** A sign begins a mark before a word's first character, where no word goes on: `snake_case` and `2*3` have none. */
const begins = (text: string, at: number): boolean => !word.test(text[at - 1] ?? "") && !blank.test(text[at + 1] ?? " ") && text[at + 1] !== text[at];
const finishes = (text: string, at: number): boolean =>
  !word.test(text[at + 1] ?? "") && !blank.test(text[at - 1] ?? " ") && text[at - 1] !== text[at];

function endsOf(text: string, hidden: Uint8Array): Record<MarkKind, number[]> {
  const ends: Record<MarkKind, number[]> = { bold: [], italic: [], strike: [], code: [] };
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text[at] ?? ""];
    if (kind && !hidden[at] && finishes(text, at)) ends[kind].push(at);
  }
  return ends;
}

/** The first of sorted numbers that is not below `least`. */
function firstFrom(sorted: readonly number[], least: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
