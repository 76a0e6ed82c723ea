import { leads } from "./chord.ts";

/** After that long whoever listens to keys is there, or is not coming. Milliseconds. */
const longest = 5000;

let last: KeyboardEvent | null = null;
let waiting: KeyboardEvent[] = [];

/** A character that nobody answers to yet is kept; those after it wait behind it, so that they keep their order. */
function heard(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const alone = !(ctrlKey || metaKey || altKey) || event.getModifierState("AltGraph");
  if (key.length !== 1 || !alone || event.repeat) return;
  if (target instanceof Element && target.closest("input, textarea, select, [contenteditable], [data-overlay]")) return;
  waiting = earlyKeys();
  // A blank scrolls, or presses a button; among words it is one of them.
  if (key === " " && (waiting.length === 0 || target !== document.body)) return;
  last = null;
  if (waiting.length > 0) {
    waiting.push(event);
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (!leads(event)) last = event;
}

/** What was pressed and not answered to, in its order. */
const earlyKeys = (): KeyboardEvent[] => (last && !last.defaultPrevented ? [last] : waiting);

const stop = () => window.removeEventListener("keydown", heard, { capture: true });

if (typeof window !== "undefined") {
  window.addEventListener("keydown", heard, { capture: true });
  setTimeout(stop, longest);
}

/** Keys that were pressed outside of text before anybody listened to them, for who does now; from now on none is kept. */
export function takeEarlyKeys(): KeyboardEvent[] {
  stop();
  const taken = earlyKeys();
  [last, waiting] = [null, []];
  return taken;
}
