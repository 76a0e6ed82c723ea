export const locales = ["en", "de", "fr"] as const;
export type Locale = (typeof locales)[number];

export const localeCookie = "onethread_locale";
export const localeNames: Record<Locale, string> = { en: "English", de: "Deutsch", fr: "Français" };

const rightToLeft: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);
/** The writing direction of the whole page. Every language shipped today is left to right. */
export const directionOf = (locale: string): "ltr" | "rtl" => (rightToLeft.has(locale) ? "rtl" : "ltr");

export const isLocale = (value: string | undefined): value is Locale => locales.includes(value as Locale);

/** The best of our languages for an Accept-Language header; English when none fits. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.toLowerCase().split("-")[0], quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return "en";
}
