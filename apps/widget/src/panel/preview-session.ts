import type { Texts } from "./language.ts";
import type { Config, VisitorMessage } from "./model.ts";
import type { Session } from "./session.ts";

/** What a visitor and the shop say in a preview, in the chat's languages. */
const said: Record<string, readonly [string, string]> = {
  en: ["Hi! Do you have the winter coat in size M?", "Hello! Yes, two are left. Shall I put one aside for you?"],
  de: ["Hallo! Gibt es den Wintermantel in Größe M?", "Guten Tag! Ja, zwei sind noch da. Soll ich Ihnen einen zurücklegen?"],
  fr: ["Bonjour ! Avez-vous le manteau d’hiver en taille M ?", "Bonjour ! Oui, il en reste deux. Je vous en mets un de côté ?"],
  es: ["¡Hola! ¿Tienen el abrigo de invierno en talla M?", "¡Hola! Sí, quedan dos. ¿Le guardo uno?"],
  pt: ["Olá! Vocês têm o casaco de inverno no tamanho M?", "Olá! Sim, restam dois. Posso separar um para você?"],
  ar: ["مرحبًا! هل لديكم معطف الشتاء بمقاس M؟", "أهلًا! نعم، بقي اثنان. هل أحجز لك واحدًا؟"],
};

const empty = { cards: [], files: [], replyToId: null, editedAt: null, deletedAt: null, kind: "text" };

function sample(texts: Texts, { name }: Config): VisitorMessage[] {
  const [question, answer] = said[texts.locale.slice(0, 2)] ?? (said.en as readonly [string, string]);
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
  return [
    { ...empty, id: "msg_1", clientId: "preview-1", from: "visitor", author: null, at: at(4), text: question, status: "read" },
    { ...empty, id: "msg_2", clientId: null, from: "business", author: { kind: "agent", name }, at: at(2), text: answer, status: "read" },
  ];
}

/** A session of nobody, for who looks at how the chat will be: its thread is made up, and nothing leaves the frame. */
export function previewSession(texts: Texts, config: Config): Session {
  const page = JSON.stringify({ data: sample(texts, config), page: { prev: null, next: null }, surveyDue: false, ended: false });
  const nothing = async () => {};
  return {
    isKnown: () => false,
    isSigned: () => false,
    path: (rest) => rest,
    // A stream stays open; nothing comes.
    ask: async (rest) => new Response(rest === "stream" ? new ReadableStream() : page),
    heard: () => {},
    signIn: nothing,
    end: nothing,
  };
}
