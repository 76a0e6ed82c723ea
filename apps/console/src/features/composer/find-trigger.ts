export type Trigger = { start: number; query: string };

const patterns = new Map<string, RegExp>();

function patternOf(sign: string): RegExp {
  const known = patterns.get(sign) ?? new RegExp(`(?:^|\\s)[${sign}]([\\p{L}\\p{N}_+-]*)$`, "u");
  patterns.set(sign, known);
  return known;
}

/** The sign (`/`, `:`) the caret stands behind, with what was typed since: at the beginning of a word, and with nothing in between. */
export function findTrigger(text: string, caret: number, sign: string): Trigger | null {
  // Only the word before the caret matters, however long the text is.
  const line = text.slice(Math.max(0, caret - longest), caret);
  const query = patternOf(sign).exec(line)?.[1];
  return query === undefined ? null : { start: caret - query.length - sign.length, query };
}

/** Nobody types more of a name than this before choosing. */
const longest = 60;
