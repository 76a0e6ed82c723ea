/** Progress on the terminal: what is being done, how far, how long it took. */
export function progress(total: number): { step<T>(what: string, work: () => Promise<T>): Promise<T> } {
  let number = 0;
  return {
    async step(what, work) {
      number++;
      const started = performance.now();
      const label = `[${number}/${total}] ${what}`;
      process.stdout.write(`${label} …\n`);
      const value = await work();
      process.stdout.write(`${label}: done in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
      return value;
    },
  };
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** A reason to stop that a person can act on: told without a stack trace. */
export class Stop extends Error {}
