import { fold } from "@onethread/core";

type Labelled = { label: string; hint?: string | undefined };

/**
 * What fits a text, the best first: a label that begins with it, then one with words that do, then what has it somewhere.
 * Equals keep their order.
 */
export function rankRows<T extends Labelled>(rows: readonly T[], text: string): T[] {
  const words = fold(text)
    .text.split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return [...rows];
  const ranked = rows.flatMap((row) => {
    const label = fold(row.label).text;
    const all = ` ${label} ${fold(row.hint ?? "").text}`;
    if (!words.every((word) => all.includes(word))) return [];
    const rank = label.startsWith(words.join(" ")) ? 0 : words.every((word) => all.includes(` ${word}`)) ? 1 : 2;
    return [{ row, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}

export type PaletteMode = "all" | "actions" | "people" | "conversations" | "settings";
const modes: Record<string, PaletteMode> = { ">": "actions", "@": "people", "#": "conversations", "/": "settings" };

/** What a first character limits the palette to, and what is looked for. */
export function readPrefix(text: string): { mode: PaletteMode; rest: string } {
  const mode = modes[text.charAt(0)];
  return mode ? { mode, rest: text.slice(1).trim() } : { mode: "all", rest: text.trim() };
}
