import type { Door } from "@onethread/core/api";

type Limit = Door["textLimit"];

/** How long a text is in the unit its channel counts in. Characters are code points, as the platforms count them. */
export const textLength = (text: string, unit: Limit["unit"]): number =>
  unit === "bytes" ? new TextEncoder().encode(text).length : [...text].length;

/** What the counter shows: nothing until four fifths are used, then what is left; below zero is too long. */
export function remaining(text: string, limit: Limit): number | null {
  // A text can not be longer than four bytes for each of its UTF-16 units; short ones need no counting.
  if (text.length * 4 < limit.max * 0.8) return null;
  const used = textLength(text, limit.unit);
  return used < limit.max * 0.8 ? null : limit.max - used;
}
