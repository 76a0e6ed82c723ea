/** Within this time after `G` a key is the second of two. Milliseconds; as long as the keys' library waits. */
const within = 1000;

let ledAt = Number.NEGATIVE_INFINITY;
let isSecond = false;

/** Whether the key that is pressed just now follows `G`, so that it does not mean what it means alone. */
export const isSecondOfChord = (): boolean => isSecond;

// Before anybody who acts on the key.
if (typeof window !== "undefined") {
  window.addEventListener(
    "keydown",
    (event) => {
      if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      isSecond = event.timeStamp - ledAt < within;
      const leads = !isSecond && event.code === "KeyG" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      ledAt = leads ? event.timeStamp : Number.NEGATIVE_INFINITY;
    },
    { capture: true },
  );
}
