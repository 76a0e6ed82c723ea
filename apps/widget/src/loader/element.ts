import type { Options, Served } from "./options.ts";
import { style } from "./style.ts";

const svg = "http://www.w3.org/2000/svg";
/** Made piece by piece: pages may forbid to make elements of text (Trusted Types). */
function icon(path: string, name: string): SVGElement {
  const picture = document.createElementNS(svg, "svg");
  const attributes = { class: name, viewBox: "0 0 24 24", "aria-hidden": "true" };
  for (const [key, value] of Object.entries(attributes)) picture.setAttribute(key, value);
  picture.appendChild(document.createElementNS(svg, "path")).setAttribute("d", path);
  return picture;
}
const bubble = () => icon("M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2", "bubble");
const cross = (name: string) => icon("M6 6l12 12M18 6 6 18", name);

function part<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, ...children: Node[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = name;
  if (made instanceof HTMLButtonElement) made.type = "button";
  made.append(...children);
  return made;
}

/** Everything of ours on the shop's page: one element, and below it a tree of its own. */
export type Shell = {
  element: HTMLElement;
  room: HTMLElement;
  launcher: HTMLButtonElement;
  badge: HTMLElement;
  preview: HTMLElement;
  previewText: HTMLButtonElement;
  dismiss: HTMLButtonElement;
  status: HTMLElement;
};

/**
 * Puts the launcher on the page. It stays when the page takes it away with its own content, as single-page apps do, until
 * `destroy`. Styles are adopted and set by script: a strict policy for styles needs no exception.
 */
export function openShell(options: Options, served: Served | null): Shell & { destroy: () => void } {
  const element = document.createElement("onethread-chat");
  const root = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const badge = part("span", "badge");
  badge.ariaHidden = "true";
  badge.hidden = true;
  const launcher = part("button", "launcher", bubble(), cross("x"), badge);
  launcher.setAttribute("aria-haspopup", "dialog");
  const previewText = part("button", "text");
  const dismiss = part("button", "dismiss", cross(""));
  const preview = part("div", "preview", previewText, dismiss);
  preview.hidden = true;
  const status = part("p", "sr");
  status.setAttribute("role", "status");
  const room = part("div", "room", preview, launcher, status);
  root.append(room);
  const look = typeof options.launcher === "object" ? options.launcher : {};
  const set = (name: string, value: string) => element.style.setProperty(name, value);
  set("--color", served?.color ?? "#1d4ed8");
  set("--on", served?.onColor ?? "#fff");
  set("--dir", getComputedStyle(document.documentElement).direction);
  if (look.zIndex) set("--z", String(look.zIndex));
  if (look.offset?.x !== undefined) set("--x", `${look.offset.x}px`);
  if (look.offset?.y !== undefined) set("--y", `${look.offset.y}px`);
  room.dataset.side = look.side ?? served?.side ?? "end";
  room.classList.add(options.scheme ?? "auto");

  let gone = false;
  const back = new MutationObserver(() => {
    if (!gone && !element.isConnected) document.body.append(element);
  });
  document.body.append(element);
  back.observe(document.documentElement, { childList: true, subtree: true });
  return {
    element,
    room,
    launcher,
    badge,
    preview,
    previewText,
    dismiss,
    status,
    destroy() {
      gone = true;
      back.disconnect();
      element.remove();
    },
  };
}
