import { type Folded, fold, isWordless } from "./search-fold.ts";

/** A part of a text, in its UTF-16 units. */
export type Mark = { start: number; end: number };
/** One thing to find: any of these folded words or phrases. */
export type SearchTerm = readonly string[];

/** How much of a text a hit shows. */
const shown = 240;
const lead = 60;

/** Where the terms are in a text; null: one of them is not. The marks are in order and do not overlap. */
export function findTerms(folded: Folded, terms: readonly SearchTerm[]): Mark[] | null {
  const marks: Mark[] = [];
  for (const alternatives of terms) {
    const found = alternatives.flatMap((one) => placesOf(folded, one));
    if (found.length === 0) return null;
    marks.push(...found);
  }
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Mark[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else joined.push({ ...mark });
  }
  return joined;
}

function placesOf({ text, at, end: textEnd }: Folded, wanted: string): Mark[] {
  const places: Mark[] = [];
  const anywhere = isWordless(wanted.slice(0, 2));
  for (let index = text.indexOf(wanted); index !== -1; index = text.indexOf(wanted, index + 1)) {
    const before = text[index - 1];
    if (!anywhere && before !== undefined && before !== " " && !isWordless(before)) continue;
    const end = index + wanted.length;
    const last = at[end - 1] ?? 0;
    // To the beginning of what comes next, so that accents and ligatures are in the mark as a whole.
    places.push({ start: at[index] ?? 0, end: at.slice(end, end + 4).find((place) => place > last) ?? textEnd });
  }
  return places;
}

/** The part of a text that a hit shows: around its first mark, and its marks in it. Cut parts are told by an ellipsis. */
export function excerptOf(given: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const text = given.normalize("NFC");
  const first = marks[0]?.start ?? 0;
  const from = text.length <= shown || first <= lead ? 0 : wordStart(text, first - lead);
  const to = Math.min(text.length, from + shown);
  const [head, tail] = [from > 0 ? "…" : "", to < text.length ? "…" : ""];
  const shift = head.length - from;
  return {
    text: `${head}${whole(text, from, to)}${tail}`,
    marks: marks.filter(({ start }) => start < to).map(({ start, end }) => ({ start: start + shift, end: Math.min(end, to) + shift })),
  };
}

const wordStart = (text: string, place: number): number => {
  const space = text.indexOf(" ", place);
  return space === -1 || space - place > 20 ? place + (isTrailing(text, place) ? 1 : 0) : space + 1;
};
const isTrailing = (text: string, place: number): boolean => /^[\udc00-\udfff]/.test(text.slice(place, place + 1));
/** Never half of a pair. */
const whole = (text: string, from: number, to: number): string => text.slice(from, to).replace(/[\ud800-\udbff]$/, "");

/** Marks of a name or another short text; none where it does not hold the terms. */
export const marksIn = (text: string | null, terms: readonly SearchTerm[]): Mark[] =>
  text === null ? [] : terms.flatMap((term) => findTerms(fold(text), [term]) ?? []).sort((a, b) => a.start - b.start);

/** Whether one word may be meant by who typed the other: one slip, two in a long word. */
export function isNear(typed: string, word: string): boolean {
  const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  return typed !== word && most > 0 && Math.abs(typed.length - word.length) <= most && slips(typed, word, most) <= most;
}

/** Letters to be changed, added, left out or put the other way round; counted no further than one past `most`. */
function slips(a: string, b: string, most: number): number {
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    [older, old] = [old, row];
  }
  return old[b.length] ?? most + 1;
}
