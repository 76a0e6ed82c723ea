export type Slash = { start: number; query: string };

/** The `/` the caret stands behind, with what was typed since: at the beginning of a word, and with nothing in between. */
export function findSlash(text: string, caret: number): Slash | null {
  const match = /(?:^|\s)\/([\p{L}\p{N}_-]*)$/u.exec(text.slice(0, caret));
  if (!match) return null;
  const query = match[1] ?? "";
  return { start: caret - query.length - 1, query };
}
