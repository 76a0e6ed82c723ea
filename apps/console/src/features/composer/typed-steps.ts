/** A text as it stood, and where the caret was. */
export type TypedStep = { text: string; caret: number };

/** What is typed with shorter breaks than this is one step. Milliseconds, as editors have it. */
const oneStep = 500;
const mostSteps = 50;

/**
 * Follows a plain field, whose own undo ends with it: the steps are what undo takes back in the editor that takes its
 * place. The first is what stood there before.
 */
export function followSteps(first: TypedStep) {
  let steps: TypedStep[] = [first];
  let last = Number.NEGATIVE_INFINITY;
  return {
    steps: (): readonly TypedStep[] => steps,
    /** Somebody typed. `now` in milliseconds. */
    typed(step: TypedStep, now: number): void {
      const goesOn = now - last < oneStep && steps.length > 1;
      steps = [...steps.slice(0, goesOn ? -1 : undefined), step].slice(-mostSteps);
      last = now;
    },
    /** Another text stands there, which nobody typed here: undo does not go behind it. */
    replaced(step: TypedStep): void {
      if (step.text === steps.at(-1)?.text) return;
      steps = [step];
      last = Number.NEGATIVE_INFINITY;
    },
  };
}

/** The one stretch in which two texts differ: `text` stands in `after` where `start` to `end` was in `before`. */
export function difference(before: string, after: string): { start: number; end: number; text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
