import type { Progress } from "./progress.ts";

export type Watched = {
  progress: Progress;
  /** How many webhooks this worker has settled so far, and how many sweeps it has finished without an error. */
  counts: { settled: number; sweeps: number };
  /** Whether a webhook that nobody holds has been due for longer than this. May reject: then nothing is known. */
  isOverdue: (ms: number) => Promise<boolean>;
};

/** Looked for that often: what waits for a drain. Ticks of a second. */
const lookEvery = 5;
/** A webhook that has been due for this long, while sweeps end well and settle nothing, means a drain that does nothing. */
const overdueAfterMs = 20_000;

/**
 * One look a second at whether this worker gets on with its work. Answers what is stuck, in words for a log; the process
 * should then end: whatever it holds is in rows, and another goes on with it.
 */
export function watchdog({ progress, counts, isOverdue }: Watched): () => Promise<string | null> {
  let ticks = 0;
  let before = { ...counts };
  let idleLooks = 0;
  return async () => {
    const stuck = progress.tick();
    if (stuck !== null) return `${stuck} makes no progress`;
    if (++ticks % lookEvery !== 0) return null;
    const overdue = await isOverdue(overdueAfterMs).catch(() => false);
    const idle = overdue && counts.sweeps > before.sweeps && counts.settled === before.settled;
    before = { ...counts };
    idleLooks = idle ? idleLooks + 1 : 0;
    return idleLooks >= 2 ? "webhooks wait that nobody holds, and sweeps settle none" : null;
  };
}
