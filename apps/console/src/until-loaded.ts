/** The wait before the next try after the given number of failed ones, in milliseconds: 1, 2, 4, … at most 30 seconds. */
export const waitBeforeTry = (failed: number): number => Math.min(1000 * 2 ** Math.max(0, failed - 1), 30_000);

/** What `load` brings, tried until it does: again after a while, and at once when the connection is back. */
export async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (let failed = 1; ; failed++) {
    try {
      return await load();
    } catch {
      await connectionOr(waitBeforeTry(failed));
    }
  }
}

function connectionOr(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    globalThis.addEventListener("online", done);
  });
}
