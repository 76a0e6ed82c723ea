/** What the button is called that sends an offer away; offers come before the panel and its texts. */
const texts = {
  en: "Dismiss",
  de: "Ausblenden",
  fr: "Masquer",
  es: "Descartar",
  pt: "Dispensar",
  ar: "إخفاء",
} as const;

/** In the language asked for, else in English. */
export const dismissIn = (language: string): string => texts[language.slice(0, 2) as keyof typeof texts] ?? texts.en;
