import { element } from "./element.ts";
import { isChatLink, linkify } from "./linkify.ts";
import { richParts, type Tap } from "./rich.ts";
import type { Message } from "./server.ts";

export type BubbleActions = {
  follow(url: string): void;
  tap: Tap;
  /** Opens what can be done with a message. */
  menu(message: Message): void;
};

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });
const words = { sent: "Sent", delivered: "Delivered", read: "Read" } as const;

/** Brings the list in line with the messages, touching only what changed: a screen reader hears only what is new. */
export function showMessages(list: HTMLElement, messages: readonly Message[], actions: BubbleActions): void {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  const known = new Map([...list.children].map((child) => [child.getAttribute("data-key") ?? "", child]));
  let place: Element | null = list.firstElementChild;
  let lastDay = "";
  const put = (key: string, make: () => HTMLElement): HTMLElement => {
    const item = (known.get(key) as HTMLElement | undefined) ?? make();
    item.setAttribute("data-key", key);
    known.delete(key);
    if (item === place) place = item.nextElementSibling;
    else list.insertBefore(item, place);
    return item;
  };
  for (const message of messages) {
    const today = day.format(message.at);
    if (today !== lastDay) put(`day:${today}`, () => element("li", { class: "day" }, element("span", {}, today)));
    lastDay = today;
    const item = put(message.id, () => element("li", { "data-testid": "bubble", "data-direction": message.by === "person" ? "sent" : "received" }));
    fill(item, message, quoteOf(message, messages), actions);
    update(item, message);
  }
  for (const gone of known.values()) gone.remove();
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function quoteOf({ replyTo }: Message, messages: readonly Message[]): string | null {
  if (!replyTo) return null;
  const answered = messages.find((one) => one.id === replyTo);
  return answered ? brief(answered) : "An earlier message";
}

/** A message in a few words. */
export const brief = ({ text, shown, deleted }: Message): string =>
  (deleted ? "A deleted message" : text || shown?.label || shown?.media?.name || shown?.header || "A message").slice(0, 80);

/** Writes a bubble anew when what it says has changed. */
function fill(item: HTMLElement, message: Message, quote: string | null, actions: BubbleActions): void {
  const { text, kind, deleted, edits, reactions } = message;
  const says = JSON.stringify([text, deleted, edits, reactions, message.shown, quote]);
  if (item.dataset.says === says) return;
  item.dataset.says = says;
  item.className = `bubble ${kind}${deleted ? " deleted" : ""}`;
  const time = element("time", { datetime: new Date(message.at).toISOString() }, clock.format(message.at));
  const meta = element("span", { class: "meta" }, ...(edits && !deleted ? ["Edited"] : []), time);
  if (message.by === "person" && kind !== "notice") meta.append(element("span", { class: "ticks", role: "img" }));
  const { above, below } = deleted ? { above: [], below: [] } : richParts(message, actions.tap);
  const body = deleted ? "This message was deleted" : text;
  const parts: Node[] = [...(quote ? [element("p", { class: "quote", dir: "auto" }, quote)] : []), ...above];
  if (body) parts.push(element("p", { dir: "auto" }, ...linkify(body).map((piece) => pieceOf(piece, actions.follow))));
  parts.push(...below);
  const shown = [reactions?.person, reactions?.business].filter((one) => one !== undefined);
  if (shown.length > 0) parts.push(element("span", { class: "reactions", "aria-label": `Reactions: ${shown.join(" ")}` }, shown.join(" ")));
  parts.push(meta);
  if (kind !== "notice" && !deleted) parts.push(moreButton(message, actions));
  item.replaceChildren(...parts);
  item.oncontextmenu = (event) => {
    if (kind === "notice" || deleted || (event.target as Element).closest("a, img, video, audio")) return;
    event.preventDefault();
    actions.menu(message);
  };
}

function moreButton(message: Message, actions: BubbleActions): HTMLElement {
  const button = element(
    "button",
    { type: "button", class: "more", "data-testid": "message-menu", "aria-label": `React or reply to: ${brief(message)}` },
    "⋯",
  );
  button.addEventListener("click", () => actions.menu(message));
  return button;
}

function pieceOf({ text, url }: { text: string; url: string | null }, follow: BubbleActions["follow"]): Node | string {
  if (url === null) return text;
  const link = element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
  if (isChatLink(url)) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      follow(url);
    });
  }
  return link;
}

function update(item: HTMLElement, message: Message): void {
  item.setAttribute("data-status", message.status);
  const ticks = item.querySelector(".ticks");
  if (!ticks || ticks.getAttribute("aria-label") === words[message.status]) return;
  ticks.setAttribute("aria-label", words[message.status]);
  ticks.textContent = message.status === "sent" ? "✓" : "✓✓";
}
