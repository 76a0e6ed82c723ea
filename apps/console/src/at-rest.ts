/** Who stays somewhere for so long is reading, and no longer on the way to somewhere else. Milliseconds. */
export const restMs = 200;

/**
 * Runs `work` once somebody has stayed for a while: for what is of no use to whoever only goes past. Answers how to call
 * it off.
 */
export function atRest(work: () => void): () => void {
  const timer = setTimeout(work, restMs);
  return () => clearTimeout(timer);
}

/** The same as a promise; broken when somebody goes on before. */
export function untilAtRest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = atRest(resolve);
    signal.addEventListener("abort", () => {
      callOff();
      reject(signal.reason);
    });
  });
}
