/** Within this time after the first a key is the second of two. Milliseconds; as long as the keys' library waits. */
const within = 1000;

let ledAt = Number.NEGATIVE_INFINITY;
let isSecond = false;

let leaders: ReadonlySet<string> = new Set();

/** Says which keys (`KeyboardEvent.code`) are the first of two. */
export const setLeaders = (codes: ReadonlySet<string>): void => {
  leaders = codes;
};

/** Whether the key that is pressed just now follows such a key, so that it does not mean what it means alone. */
export const isSecondOfChord = (): boolean => isSecond;

// Before anybody who acts on the key.
if (typeof window !== "undefined") {
  window.addEventListener(
    "keydown",
    (event) => {
      if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      isSecond = event.timeStamp - ledAt < within;
      const leads = !isSecond && leaders.has(event.code) && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      ledAt = leads ? event.timeStamp : Number.NEGATIVE_INFINITY;
    },
    { capture: true },
  );
}
