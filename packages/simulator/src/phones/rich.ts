import { element } from "./element.ts";
import type { Choice, Message, Shown } from "./server.ts";

export type Tap = (message: Message, choice: Choice) => void;

/** Everything of a message that is not its text: above it, and below it. */
export function richParts(message: Message, tap: Tap): { above: Node[]; below: Node[] } {
  const { shown } = message;
  if (!shown) return { above: [], below: [] };
  const above: Node[] = [];
  if (shown.label) above.push(element("p", { class: "label" }, shown.label));
  if (shown.media) above.push(mediaOf(shown.media));
  if (shown.header) above.push(element("p", { class: "header" }, shown.header));
  const below: Node[] = (shown.lines ?? []).map((line) => element("p", { class: "line", dir: "auto" }, line));
  if (shown.footer) below.push(element("p", { class: "footer" }, shown.footer));
  if (shown.cards) below.push(cardsOf(message, shown, tap));
  if (shown.choices?.length) below.push(...choicesOf(message, shown, tap));
  return { above, below };
}

function mediaOf({ id, kind, name }: NonNullable<Shown["media"]>): HTMLElement {
  const src = `/simulator/files/${encodeURIComponent(id)}`;
  if (kind === "image" || kind === "sticker") return element("img", { class: kind, src, alt: name, loading: "lazy" });
  if (kind === "video") return element("video", { src, controls: "", preload: "metadata", "aria-label": name });
  if (kind === "audio" || kind === "voice")
    return element("audio", { src, controls: "", preload: "metadata", "aria-label": kind === "voice" ? "Voice message" : name });
  return element("a", { class: "file", href: src, download: name }, element("span", { "aria-hidden": "true" }, "📄 "), name);
}

function cardsOf(message: Message, shown: Shown, tap: Tap): HTMLElement {
  const cards = (shown.cards ?? []).map(({ title, text, image, choices }) =>
    element(
      "li",
      { class: "card" },
      ...(image ? [element("img", { src: `/simulator/files/${encodeURIComponent(image)}`, alt: "", loading: "lazy" })] : []),
      element("p", { class: "header" }, title.replace(/^\*(.+)\*/, "$1")),
      ...(text ? [element("p", {}, text)] : []),
      ...choices.map((choice) => choiceButton(message, choice, tap)),
    ),
  );
  return element("ul", { class: "cards", tabindex: "0", "aria-label": "Cards" }, ...cards);
}

/** A list stays behind the button that opens it. */
function choicesOf(message: Message, shown: Shown, tap: Tap): Node[] {
  const choices = shown.choices ?? [];
  if (!shown.sheet) return [element("div", { class: "choices" }, ...choices.map((choice) => choiceButton(message, choice, tap)))];
  const open: Choice = { key: "", does: "list", title: shown.sheet, value: "" };
  return [element("div", { class: "choices" }, choiceButton(message, open, tap))];
}

const marks: Partial<Record<Choice["does"], string>> = {
  link: "↗\uFE0E ",
  copy: "⧉ ",
  list: "☰ ",
  location: "📍 ",
  contact: "👤 ",
  flow: "📝 ",
  address: "🏠 ",
  order: "🛒 ",
  pay: "💳 ",
  call: "📞 ",
};

function choiceButton(message: Message, choice: Choice, tap: Tap): HTMLElement {
  const quick = choice.does === "quick_reply" ? " quick" : "";
  const button = element(
    "button",
    { type: "button", class: `choice${quick}`, "data-testid": "choice" },
    `${marks[choice.does] ?? ""}${choice.title}`,
  );
  button.addEventListener("click", () => tap(message, choice));
  return button;
}
