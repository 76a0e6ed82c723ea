import { element } from "./element.ts";
import { isChatLink, linkify } from "./linkify.ts";
import type { Message } from "./server.ts";

export type FollowLink = (url: string) => void;

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });
const words = { sent: "Sent", delivered: "Delivered", read: "Read" } as const;

/** Brings the list in line with the messages, touching only what changed: a screen reader hears only what is new. */
export function showMessages(list: HTMLElement, messages: readonly Message[], follow: FollowLink): void {
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
    update(
      put(message.id, () => bubble(message, follow)),
      message,
    );
  }
  for (const gone of known.values()) gone.remove();
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function bubble(message: Message, follow: FollowLink): HTMLElement {
  const direction = message.by === "person" ? "sent" : "received";
  const time = element("time", { datetime: new Date(message.at).toISOString() }, clock.format(message.at));
  const meta = element("span", { class: "meta" }, time);
  if (direction === "sent" && message.kind === "text") meta.append(element("span", { class: "ticks", role: "img" }));
  const text = element("p", { dir: "auto" }, ...linkify(message.text).map((piece) => pieceOf(piece, follow)));
  return element("li", { class: `bubble ${message.kind}`, "data-testid": "bubble", "data-direction": direction }, text, meta);
}

function pieceOf({ text, url }: { text: string; url: string | null }, follow: FollowLink): Node | string {
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
