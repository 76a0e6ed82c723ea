/** What a message looks like on a phone, beside its text. Nothing here is a platform's format. */
export type Choice = {
  /** Names the choice inside its message. */
  key: string;
  /** What tapping does: answers the business, opens a link, opens a form, or is only looked at. */
  does:
    | "reply"
    | "list"
    | "quick_reply"
    | "postback"
    | "template"
    | "link"
    | "copy"
    | "flow"
    | "location"
    | "contact"
    | "address"
    | "call"
    | "order"
    | "pay";
  title: string;
  description?: string | undefined;
  /** The id or payload that goes back, the link, the code. */
  value: string;
  section?: string | undefined;
};

export type Card = { title: string; text?: string | undefined; image?: string | undefined; choices: Choice[] };

export type ShownMedia = { id: string; kind: "image" | "video" | "audio" | "voice" | "document" | "sticker"; name: string; mime: string };

export type Shown = {
  /** One of our files, shown from `/simulator/files/{id}`. */
  media?: ShownMedia | undefined;
  header?: string | undefined;
  footer?: string | undefined;
  /** Small lines under the text: an address, a card, an order. */
  lines?: string[] | undefined;
  choices?: Choice[] | undefined;
  /** The button that opens the list of choices. */
  sheet?: string | undefined;
  cards?: Card[] | undefined;
  /** What the message is, where the text alone would not say. */
  label?: string | undefined;
};
