export const locales = ["en", "de", "fr", "es", "pt-BR", "ar"] as const;
export type Locale = (typeof locales)[number];

export const localeCookie = "onethread_locale";
export const localeNames: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  "pt-BR": "Português (Brasil)",
  ar: "العربية",
};

/** `pt` of `pt-BR`. */
const languageOf = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

const rightToLeft: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);
/** The writing direction of the whole page. */
export const directionOf = (locale: string): "ltr" | "rtl" => (rightToLeft.has(languageOf(locale)) ? "rtl" : "ltr");

/**
 * What dates are written by: the reader's regional habits where the browser's languages name the page's language, else the
 * page's language. Always in our calendar and with the digits that phone numbers, order numbers and prices come with.
 */
export function formattingLocale(locale: string, browserLanguages: readonly string[]): string {
  const regional = browserLanguages.find((tag) => languageOf(tag) === languageOf(locale)) ?? locale;
  return languageOf(locale) === "ar" ? `${regional.split("-u-")[0]}-u-ca-gregory-nu-latn` : regional;
}

export const isLocale = (value: string | undefined): value is Locale => locales.includes(value as Locale);

/** The best of our languages for an Accept-Language header; English when none fits. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: languageOf(tag), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    // Somebody from Lisbon reads Brazil's Portuguese more easily than English.
    const ours = locales.find((locale) => languageOf(locale) === language);
    if (ours) return ours;
  }
  return "en";
}
