/** A field that has not come by then is not coming. Milliseconds. */
const longest = 5000;

let typed = "";
let stop: (() => void) | null = null;

/**
 * Keeps what is typed until the field it is meant for is there, so that it is neither lost nor taken for shortcuts: who
 * knows that a key opens a field goes on typing at once. Ends with `takeTyped`, with any other key, or after a while.
 */
export function typeAhead(): void {
  stop?.();
  typed = "";
  const heard = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || ["Shift", "CapsLock"].includes(event.key)) return;
    if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if ([...event.key].length === 1) typed += event.key;
    else return void stop?.();
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", heard, { capture: true });
  const timer = setTimeout(() => stop?.(), longest);
  stop = () => {
    window.removeEventListener("keydown", heard, { capture: true });
    clearTimeout(timer);
    stop = null;
  };
}

/** What was typed meanwhile, for the field that is there now. */
export function takeTyped(): string {
  stop?.();
  const taken = typed;
  typed = "";
  return taken;
}
