/** Longest pause between two tries. Milliseconds. */
const longest = 30_000;

/**
 * Waits before trying again: longer each time, with a part left to chance, so that not all come back at once; and no longer than
 * until the browser says that there is a line again.
 */
export function waitForLine(tries: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(longest, 1000 * 2 ** tries) * (0.5 + Math.random() / 2));
    addEventListener("online", done);
    signal?.addEventListener("abort", done);
  });
}
