/** Somebody who can be mentioned: in a note they stand as "@" and their whole name. */
export type Mentionable = { id: string; name: string };
/** The "@" the caret stands behind (offset in UTF-16 units), with what was typed since. */
export type MentionQuery = { start: number; query: string };
/** A piece of a note: plain, or the name of somebody it mentions. */
export type MentionPart = { text: string; ids: string[] };

/** How many a note may mention. */
export const mostMentioned = 20;
/** Longer than this nobody types to find a colleague. */
const longestQuery = 40;
const letter = /[\p{L}\p{N}_]/u;

/** The "@" that the caret stands behind: at the beginning of a word, on the same line. Names have spaces in them, so the query may, too. */
export function findMention(text: string, caret: number): MentionQuery | null {
  const start = text.slice(0, caret).lastIndexOf("@");
  if (start < 0 || caret - start - 1 > longestQuery || beginsInWord(text, start)) return null;
  const query = text.slice(start + 1, caret);
  // A space after the "@", or at the end, is the end of it: what was put in ends with one.
  return /[\n\r]|^\s|\s$/.test(query) ? null : { start, query };
}

/** The text in pieces: the "@names" in it, of several that fit the longest one, and what stands between. */
export function mentionParts(text: string, people: readonly Mentionable[]): MentionPart[] {
  const named = people.filter(({ name }) => name.trim() !== "").toSorted((a, b) => b.name.length - a.name.length);
  const parts: MentionPart[] = [];
  let end = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (at < end || beginsInWord(text, at)) continue;
    const found = named.find(({ name }) => stands(text, at + 1, name));
    if (!found) continue;
    if (at > end) parts.push({ text: text.slice(end, at), ids: [] });
    end = at + 1 + found.name.length;
    // Two of the same name: nobody can tell which is meant, so both are.
    parts.push({ text: text.slice(at, end), ids: named.filter((one) => same(one.name, found.name)).map(({ id }) => id) });
  }
  if (end < text.length) parts.push({ text: text.slice(end), ids: [] });
  return parts;
}

/** Who is mentioned in a text, each once, in the order of the text. */
export const mentionedIds = (text: string, people: readonly Mentionable[]): string[] => [
  ...new Set(mentionParts(text, people).flatMap(({ ids }) => ids)),
];

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether a name stands at a place, whole. */
function stands(text: string, at: number, name: string): boolean {
  const next = text.slice(at + name.length, at + name.length + 2);
  return same(text.slice(at, at + name.length), name) && !letter.test([...next][0] ?? "");
}

const beginsInWord = (text: string, at: number): boolean => letter.test(text[at - 1] ?? "");
