type Texts = { [key: string]: string | Texts };

/** First strong isolate, pop directional isolate: what stands between them has a direction of its own. */
const [open, close] = ["\u2068", "\u2069"];
/** Right-to-left mark. */
const mark = "\u200f";

/**
 * Texts of a page from right to left, with every name, number and date that is put into them kept together: without it
 * `+44 7700 900461` in an Arabic sentence reads `900461 7700 44+`. Texts with an address go out to customers as they stand.
 */
export function isolateArguments<T extends object>(texts: T): T {
  const isolated = (tree: Texts): Texts =>
    Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, typeof value === "string" ? isolate(value) : isolated(value)]));
  return isolated(texts as Texts) as T;
}

const argument = /\{[a-z]\w*\}/g;

function isolate(text: string): string {
  if (text.includes("{url}")) return text;
  const isolated = text.replace(argument, `${open}$&${close}`);
  // What stands in isolates says nothing of the direction around them: a text of nothing else would run from left to right.
  return isolated === text || /\p{L}/u.test(text.replace(argument, "")) ? isolated : `${mark}${isolated}`;
}
