import type { Database } from "@onethread/db/client";
import type { Log } from "../context.ts";

export type Clock = { now(): Date; stop(): void };

export type DatabaseClockOptions = {
  /** Asks the database what time it is; milliseconds since 1970. */
  ask: () => Promise<number>;
  log: Log;
  /** This machine's own clock. */
  wall?: () => number;
  /** Runs evenly, whatever is done to the clock. */
  steady?: () => number;
  everyMs?: number;
};

/** An answer that took longer than this says too little about the time. Milliseconds. */
const slow = 500;
/** From here on an operator should know that the clock is wrong. Milliseconds. */
const wrong = 5000;

/**
 * One clock for all processes: the database's. What one process puts off until a time, another takes up at that time;
 * with machines' own clocks a gateway that is ahead would leave its webhooks to the future. Between two answers of the
 * database time runs by the steady clock, so that setting the machine's clock changes nothing; before the first answer it
 * is the machine's own.
 */
export async function databaseClock({
  ask,
  log,
  wall = Date.now,
  steady = () => performance.now(),
  everyMs = 5000,
}: DatabaseClockOptions): Promise<Clock> {
  let known: { at: number; steady: number } | null = null;
  let told = false;
  let asking = false;

  async function compare(): Promise<void> {
    const before = steady();
    const at = await ask();
    const after = steady();
    if (after - before > slow && known) return;
    // The database looked at its clock somewhere in the middle.
    known = { at: at + (after - before) / 2, steady: after };
    const off = wall() - known.at;
    if (Math.abs(off) > wrong && !told) log.warn({ offMs: Math.round(off) }, "this machine's clock differs from the database's, whose time counts");
    told = Math.abs(off) > wrong;
  }

  // The database being away is told by whoever needs it.
  await compare().catch(() => {});
  const timer = setInterval(() => {
    // A database that does not answer is asked once, not once more every few seconds.
    if (asking) return;
    asking = true;
    void compare()
      .catch(() => {})
      .finally(() => {
        asking = false;
      });
  }, everyMs);
  timer.unref();
  return {
    now: () => new Date(known ? known.at + steady() - known.steady : wall()),
    stop: () => clearInterval(timer),
  };
}

/** Milliseconds since 1970 by the database's clock. */
export const askTime = (database: Database) => async (): Promise<number> => {
  const { rows } = await database.ingest.query<{ now: number }>("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now");
  return rows[0]?.now ?? Number.NaN;
};
