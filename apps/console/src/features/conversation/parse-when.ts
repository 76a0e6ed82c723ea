import { untilDone } from "../../until-done.ts";

/** Languages whose words for times are known. Source: https://github.com/wanasit/chrono#locales */
const known = {
  en: () => import("chrono-node/en"),
  de: () => import("chrono-node/de"),
  fr: () => import("chrono-node/fr"),
  es: () => import("chrono-node/es"),
  pt: () => import("chrono-node/pt"),
  ar: () => import("chrono-node/ar"),
} as const;
type Known = keyof typeof known;

/** The hour of a day that was named without one. */
const morning = 9;

/**
 * The time that somebody means: "fri 4pm", "in 2 weeks", "morgen um 8". In the reader's language, else in English.
 * null: no time in it, or none to come.
 */
export async function parseWhen(text: string, locale: string, now: Date): Promise<Date | null> {
  const language = locale.split("-")[0] as Known;
  // Arabic is read by its letters: the marks above them, written or not, say nothing here.
  const plain = text.replace(/[\u064b-\u0652]/g, "");
  for (const name of new Set<Known>([language in known ? language : "en", "en"])) {
    const { parse } = await untilDone<{ parse: typeof import("chrono-node").parse }>(known[name]);
    const found = parse(plain, { instant: now }, { forwardDate: true })[0]?.start;
    if (!found) continue;
    const at = found.date();
    if (!found.isCertain("hour")) at.setHours(morning, 0, 0, 0);
    if (at > now) return at;
  }
  return null;
}
