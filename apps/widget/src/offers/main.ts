import type { VisitorConfig } from "@onethread/core/api";
import type { Unverified } from "@onethread/widget";
import { fieldsOf } from "../fields-of.ts";
import type { ToPanel } from "../wire.ts";
import { chooseOffer, isOpenAt, noteAway, noteShown, noteTook, type Rule, readSeen } from "./choose-offer.ts";
import { dismissIn } from "./texts.ts";

/** Set by the desk in the same file. */
declare const ONETHREAD_OFFERS: Pick<VisitorConfig, "name" | "language" | "proactive" | "hours"> & { key: string };

/** What the loader lends: its bubble, what the page said of its visitor, and its ways to the panel. */
export type Lent = {
  shell: Record<"element" | "preview" | "previewText" | "dismiss" | "status" | "launcher", HTMLElement>;
  said: readonly Unverified[];
  /** To the panel, if there is one. */
  say: (message: ToPanel) => void;
  open: (view: "messages") => void;
  /** The panel is open, or a conversation is under way. */
  isBusy: () => boolean;
};

const { key, name, language, proactive, hours } = ONETHREAD_OFFERS;
/** Here the loader finds it, too, and tells the panel. */
const place = `onethread.${key}.offers`;
/** Milliseconds. */
const second = 1000;

/** A visitor whose browser remembers nothing is shown none: they would see the same one again and again. */
const remembers = () => {
  try {
    return localStorage.getItem(place) !== "";
  } catch {
    return false;
  }
};

/** Watches the page until one of the shop's offers is due, and shows it as the small bubble: one at most for each page. */
export function run({ shell, said, say, open, isBusy }: Lent): void {
  const over = new AbortController();
  const { signal } = over;
  let [path, seconds, scrolled, leaving, done] = [location.pathname, 0, 0, false, false];
  const dismiss = dismissIn(language);
  const look = () => {
    if (location.pathname !== path) [path, seconds, scrolled, leaving, done] = [location.pathname, 0, 0, false, false];
    const { scrollHeight } = document.documentElement;
    scrolled = Math.max(scrolled, (100 * (scrollY + innerHeight)) / Math.max(scrollHeight, 1));
    if (done || isBusy() || shell.launcher.hidden || document.visibilityState !== "visible") return;
    const fields = Object.assign({}, ...said.map(fieldsOf)) as ReturnType<typeof fieldsOf>;
    const situation = { path, secondsOnPage: seconds, scrolledPercent: scrolled, leaving, open: isOpenAt(hours, Date.now()), fields };
    // Read anew each time: another tab may have shown it.
    const rule = chooseOffer(proactive, situation, readSeen(localStorage.getItem(place)), Date.now());
    if (rule) show(rule);
  };
  const note = (how: typeof noteShown, rule: Rule) => {
    const seen = JSON.stringify(how(readSeen(localStorage.getItem(place)), rule.name, Date.now()));
    localStorage.setItem(place, seen);
    say({ type: "offers", seen });
  };

  function show(rule: Rule): void {
    done = true;
    note(noteShown, rule);
    const author = document.createElement("b");
    author.textContent = name;
    shell.previewText.replaceChildren(author, rule.text);
    shell.dismiss.ariaLabel = dismiss;
    shell.status.textContent = `${name}: ${rule.text}`;
    shell.preview.hidden = false;
    const answers = shell.previewText.onclick;
    shell.previewText.onclick = () => {
      shell.previewText.onclick = answers;
      note(noteTook, rule);
      open("messages");
      say({ type: "offer", text: rule.text });
    };
    shell.dismiss.addEventListener("click", () => shell.previewText.contains(author) && note(noteAway, rule), { once: true, signal });
  }

  const clock = setInterval(() => {
    // The chat was taken off the page.
    if (!shell.element?.isConnected) return over.abort();
    if (document.visibilityState === "visible") seconds += 1;
    look();
  }, second);
  signal.addEventListener("abort", () => clearInterval(clock));
  addEventListener("scroll", look, { passive: true, signal });
  // Only a mouse tells that it goes to the tabs or the address.
  if (matchMedia("(hover: hover) and (pointer: fine)").matches) {
    const leave = ({ clientY }: MouseEvent) => {
      leaving = clientY <= 0;
      look();
      leaving = false;
    };
    document.documentElement.addEventListener("mouseleave", leave, { signal });
  }
  if (remembers()) look();
  else over.abort();
}
