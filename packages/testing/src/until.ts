export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until the answer is yes, and answers how many milliseconds that took. A question that throws has not been answered. */
export async function until(what: string, yes: () => Promise<boolean> | boolean, { seconds = 60, every = 50 } = {}): Promise<number> {
  const started = performance.now();
  for (;;) {
    if (
      await Promise.resolve()
        .then(yes)
        .catch(() => false)
    )
      return performance.now() - started;
    if (performance.now() - started > seconds * 1000) throw new Error(`${what}: not within ${seconds} s`);
    await sleep(every);
  }
}
