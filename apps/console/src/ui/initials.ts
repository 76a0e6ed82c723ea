/** Up to two letters to know a person by: first and last word, one character for scripts without capitals. */
export function initialsOf(name: string | null): string {
  const words = (name ?? "").split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words[0];
  if (!first) return "?";
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [first, last].map((word) => word?.match(/\p{L}|\p{N}/u)?.[0] ?? "").join("");
  return /\p{Lo}/u.test(letters) ? ([...letters][0] ?? "?") : letters.toLocaleUpperCase();
}
