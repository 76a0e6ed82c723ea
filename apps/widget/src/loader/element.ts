import type { BootOptions } from "@onethread/widget";
import type { Served } from "./options.ts";
import { style } from "./style.ts";

const name = "onethread-chat";
const svg = "http://www.w3.org/2000/svg";
/** Made piece by piece: pages may forbid to make elements of text (Trusted Types). */
function icon(path: string, className: string): SVGElement {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("class", className);
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.appendChild(document.createElementNS(svg, "path")).setAttribute("d", path);
  return picture;
}
const bubble = () => icon("M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2", "bubble");
const cross = (className: string) => icon("M6 6l12 12M18 6 6 18", className);

function part<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: Node[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
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
 * Puts the launcher on the page. It comes back when the page takes it away with its own content, as single-page apps do, until
 * `destroy`; `moved` is told. Styles are adopted and set by script: a strict policy for styles needs no exception.
 */
export function openShell(options: BootOptions, served: Served | null, moved: () => void): Shell & { destroy: () => void } {
  const element = document.createElement(name);
  const root = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const badge = part("span", "badge");
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
  const { x = 20, y = 20 } = look.offset ?? {};
  const { color = "#1d4ed8", onColor = "#fff" } = served ?? {};
  const { direction } = getComputedStyle(document.documentElement);
  element.style.cssText = `--color:${color};--on:${onColor};--dir:${direction};--z:${look.zIndex ?? 2147483000};--x:${x}px;--y:${y}px`;
  room.dataset.side = look.side ?? served?.side ?? "end";
  room.classList.add(options.scheme ?? "auto");

  const back = new MutationObserver(() => {
    if (element.isConnected || !document.body) return;
    // Copies of it are empty: frameworks keep pages as copies and show those again.
    for (const copy of document.querySelectorAll(name)) copy.remove();
    document.body.append(element);
    moved();
  });
  document.body.append(element);
  back.observe(document, { childList: true, subtree: true });
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
      back.disconnect();
      element.remove();
    },
  };
}
