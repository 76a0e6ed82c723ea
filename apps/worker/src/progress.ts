import { AsyncLocalStorage } from "node:async_hooks";

type Run = {
  name: string;
  /** What it waits for now that ends by itself: a statement, a call, a download; each has a time limit of its own. */
  waits: number;
  /** Ticks since something ended. */
  quiet: number;
};

export type Progress = {
  /** Does a piece of work and keeps account of it. */
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Something with a time limit of its own has begun, in the run that calls. Its end, good or bad, is progress. */
  wait(ending: PromiseLike<unknown>): void;
  /** One second of this process' life has gone by. Answers the work that is stuck, if any. */
  tick(): string | null;
  /** What runs now, and for how many seconds nothing of it has ended. */
  running(): { name: string; quiet: number }[];
};

export type Patience = {
  /** A run that waits for nothing we know and in which nothing ended for this long is stuck. Ticks. */
  silence: number;
  /** Even what has a time limit of its own ends at some point. Ticks. */
  wait: number;
};

/**
 * Who makes progress, and who does not. It counts ticks, not the clock: a process that was stopped for a minute and goes on
 * was not stuck. A row that somebody else holds is no standstill either: the statement that waits for it ends by itself,
 * with an error if need be, and the work goes on.
 */
export function progressBook({ silence, wait }: Patience): Progress {
  const current = new AsyncLocalStorage<Run>();
  const runs = new Set<Run>();
  return {
    run: async (name, work) => {
      const run: Run = { name, waits: 0, quiet: 0 };
      runs.add(run);
      try {
        return await current.run(run, work);
      } finally {
        runs.delete(run);
      }
    },
    wait: (ending) => {
      const run = current.getStore();
      if (!run) return;
      run.waits++;
      const ended = () => {
        run.waits--;
        run.quiet = 0;
      };
      ending.then(ended, ended);
    },
    tick: () => {
      for (const run of runs) run.quiet++;
      return [...runs].find(({ quiet, waits }) => quiet >= (waits > 0 ? wait : silence))?.name ?? null;
    },
    running: () => [...runs].map(({ name, quiet }) => ({ name, quiet })),
  };
}
