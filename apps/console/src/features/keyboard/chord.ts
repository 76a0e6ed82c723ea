/** Within this time after the first a key is the second of two. Milliseconds; as long as the keys' library waits. */
const within = 1000;

let ledAt = Number.NEGATIVE_INFINITY;
let isSecond = false;

let leaders: ReadonlySet<string> = new Set();

/** Says which keys (`KeyboardEvent.code`) are the first of two. */
export const setLeaders = (codes: ReadonlySet<string>): void => {
  leaders = codes;
};

/** Whether a key is the first of two. */
export const leads = ({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  leaders.has(code) && !ctrlKey && !metaKey && !altKey && !shiftKey;

/** Whether the key that is pressed just now follows such a key, so that it does not mean what it means alone. */
export const isSecondOfChord = (): boolean => isSecond;

// Before anybody who acts on the key.
if (typeof window !== "undefined") {
  window.addEventListener(
    "keydown",
    (event) => {
      if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      isSecond = event.timeStamp - ledAt < within;
      ledAt = !isSecond && leads(event) ? event.timeStamp : Number.NEGATIVE_INFINITY;
    },
    { capture: true },
  );
}
