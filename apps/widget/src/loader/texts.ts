/** The few words that stand there before there is a panel: open, close. Whatever else is said, the panel words. */
const texts = {
  en: ["Open chat", "Close chat"],
  de: ["Chat öffnen", "Chat schließen"],
  fr: ["Ouvrir le chat", "Fermer le chat"],
  es: ["Abrir el chat", "Cerrar el chat"],
  pt: ["Abrir o chat", "Fechar o chat"],
  ar: ["فتح المحادثة", "إغلاق المحادثة"],
} as const;

/** In the language asked for, else in English. `pt-BR` is `pt`. */
export const wordsIn = (locale: string): readonly [open: string, close: string] =>
  texts[locale.slice(0, 2).toLowerCase() as keyof typeof texts] ?? texts.en;
