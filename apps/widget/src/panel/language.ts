import type English from "../texts/en.json";

type Key = keyof typeof English;
export type Texts = { say: (key: Key, values?: Record<string, string | number>) => string; locale: string; direction: "ltr" | "rtl" };

const files = import.meta.glob<{ default: typeof English }>("../texts/*.json");
const rightToLeft = new Set(["ar", "he", "fa", "ur"]);

/** The texts of a language, else English. Numbers and dates are as the whole locale has them. */
export async function loadTexts(locale: string): Promise<Texts> {
  const language = locale.slice(0, 2).toLowerCase();
  const load = files[`../texts/${language}.json`] ?? files["../texts/en.json"];
  const known = files[`../texts/${language}.json`] !== undefined;
  const texts = (await load?.())?.default;
  const say: Texts["say"] = (key, values = {}) => (texts?.[key] ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { say, locale: known ? canonical(locale) : "en", direction: rightToLeft.has(language) ? "rtl" : "ltr" };
}

/** What the page calls a language may be none. */
function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return locale.slice(0, 2).toLowerCase();
  }
}
