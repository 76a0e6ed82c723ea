import { expect, it } from "vitest";
import { parseWhen } from "./parse-when.ts";

/** A Wednesday. */
const now = new Date(2026, 10, 25, 14, 30);
const shown = async (text: string, locale: string) => {
  const at = await parseWhen(text, locale, now);
  return at && [at.getFullYear(), at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes()].join(" ");
};

it.each([
  ["fri 4pm", "en", "2026 11 27 16 0"],
  ["tomorrow", "en", "2026 11 26 9 0"],
  ["in 2 weeks", "en", "2026 12 9 9 0"],
  ["in 3 hours", "en", "2026 11 25 17 30"],
  ["monday", "en", "2026 11 30 9 0"],
  ["Dec 24", "en", "2026 12 24 9 0"],
  ["morgen um 8", "de", "2026 11 26 8 0"],
  ["in 2 Wochen", "de", "2026 12 9 9 0"],
  ["demain", "fr", "2026 11 26 9 0"],
  ["mañana", "es", "2026 11 26 9 0"],
  ["amanhã", "pt-BR", "2026 11 26 9 0"],
  ["غدا", "ar", "2026 11 26 9 0"],
  ["غدًا", "ar", "2026 11 26 9 0"],
  // As each language's hint says it.
  ["viernes a las 16:00", "es", "2026 11 27 16 0"],
  ["en 2 semanas", "es", "2026 12 9 9 0"],
  ["sexta às 16:00", "pt-BR", "2026 11 27 16 0"],
  ["24 de dezembro", "pt-BR", "2026 12 24 9 0"],
  ["الجمعة 4 مساءً", "ar", "2026 11 27 16 0"],
  ["بعد أسبوعين", "ar", "2026 12 9 9 0"],
  // English is understood everywhere.
  ["tomorrow 8am", "de", "2026 11 26 8 0"],
  ["tomorrow 8am", "ar", "2026 11 26 8 0"],
])("understands '%s' in %s", async (text, locale, expected) => expect(await shown(text, locale)).toBe(expected));

it.each(["", "soon", "yesterday", "2 hours ago", "💥"])("does not make up a time for '%s'", async (text) =>
  expect(await shown(text, "en")).toBeNull(),
);
