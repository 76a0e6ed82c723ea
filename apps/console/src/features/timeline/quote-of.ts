/** Somebody's words as a note quotes them, with room to write below: who and when, each line behind a mark. */
export function quoteOf(text: string, { name, moment }: { name: string | null; moment: string }): string {
  const head = [name, moment].filter(Boolean).join(", ");
  const lines = text.split("\n").map((line) => `> ${line}`.trimEnd());
  return `${head}:\n${lines.join("\n")}\n\n`;
}
