/** The few words that stand outside the panel, by language. */
const texts = {
  en: { open: "Open chat", close: "Close chat", unread: "# unread", from: "New message from", dismiss: "Dismiss" },
  de: { open: "Chat öffnen", close: "Chat schließen", unread: "# ungelesen", from: "Neue Nachricht von", dismiss: "Ausblenden" },
  fr: { open: "Ouvrir le chat", close: "Fermer le chat", unread: "# non lus", from: "Nouveau message de", dismiss: "Masquer" },
  es: { open: "Abrir el chat", close: "Cerrar el chat", unread: "# sin leer", from: "Nuevo mensaje de", dismiss: "Descartar" },
  pt: { open: "Abrir o chat", close: "Fechar o chat", unread: "# não lidas", from: "Nova mensagem de", dismiss: "Dispensar" },
  ar: { open: "فتح المحادثة", close: "إغلاق المحادثة", unread: "# غير مقروءة", from: "رسالة جديدة من", dismiss: "إخفاء" },
};

export type Words = (typeof texts)["en"];

/** In the language asked for, else in English. `pt-BR` is `pt`. */
export const wordsIn = (locale: string): Words => texts[locale.slice(0, 2).toLowerCase() as keyof typeof texts] ?? texts.en;
