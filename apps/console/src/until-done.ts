/** The wait before the next try after the given number of failed ones, in milliseconds: 1, 2, 4, … at most 30 seconds. */
export const waitBeforeTry = (failed: number): number => Math.min(1000 * 2 ** Math.max(0, failed - 1), 30_000);

/**
 * What `work` brings, tried until it does: again after a while, and at once when the connection is back. `again` is asked
 * about each error whether another try is worth it; where it says no, the error is thrown.
 */
export async function untilDone<T>(work: () => Promise<T>, again: (error: unknown) => boolean = () => true): Promise<T> {
  for (let failed = 1; ; failed++) {
    try {
      return await work();
    } catch (error) {
      if (!again(error)) throw error;
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
