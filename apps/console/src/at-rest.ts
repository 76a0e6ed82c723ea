import { afterPaint } from "./after-paint.ts";

/** Who stays somewhere for so long is reading, and no longer on the way to somewhere else. Milliseconds. */
const restMs = 200;

type Later = (work: () => void) => () => void;

let movedAt = Number.NEGATIVE_INFINITY;
let walking = false;

/** Somebody goes on to something else. Who does so twice within a moment is walking. */
export function noteMove(): void {
  const now = performance.now();
  walking = now - movedAt < 2 * restMs;
  movedAt = now;
}

/**
 * Runs `work` once somebody has stayed for a while: for what is of no use to whoever only goes past. Answers how to call
 * it off.
 */
export const atRest: Later = (work) => {
  const timer = setTimeout(work, restMs);
  return () => clearTimeout(timer);
};

/** Runs `work` once the screen is painted, or, while somebody walks, at rest: for what stands beside the thing that is looked at. */
export const unhurried: Later = (work) => (walking ? atRest(work) : afterPaint(work));

/** The moment to ask for something; broken when somebody goes on before. */
export function until(later: Later, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = later(resolve);
    signal.addEventListener("abort", () => {
      callOff();
      reject(signal.reason);
    });
  });
}
