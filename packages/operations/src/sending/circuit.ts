import type { Context } from "../context.ts";

/** A call without an answer for this long is stalled: the platform answers sends within a second or two. Milliseconds. */
const stalledAfterMs = 3000;
/** So many calls at once have to be stalled, or in a row to end without a clear answer: one alone may have its own reason. */
const enough = 3;
/** How long nothing is asked of a platform that does not answer; doubled each time it still does not. Milliseconds. */
const restMs = { first: 4000, longest: 30_000 };
/** A message that was let through to try it, and of which nothing was heard, no longer keeps others from trying. Milliseconds. */
const trialMs = 15_000;

type State = { waiting: Map<symbol, number>; unclear: number; clearAt: number; rests: number; restUntil: number; trialAt: number };

/** What an answer says of the platform's health; a clear refusal is health. */
export type Heard = "clear" | "unclear";

/**
 * Stops asking a platform that has stopped answering: what hangs holds a place among the sends under way, and each lost
 * answer is a message of which nobody knows whether it went out. While the circuit is open messages wait as they are;
 * then one is let through to try. Counted per process and gone with it.
 */
export class Circuit {
  readonly #states = new Map<string, State>();

  /** 0 when a message may go out now, else how long to wait in milliseconds. `keys`: everything the call depends on. */
  wait(keys: readonly string[], now: number): number {
    const waits = keys.map((key) => waitOf(this.#stateOf(key), now));
    const longest = Math.max(0, ...waits);
    // Only who really goes out takes the trial.
    if (longest === 0) for (const key of keys) noteTrial(this.#stateOf(key), now);
    return longest;
  }

  /** A call goes out. Call what it answers when the call has ended. */
  begin(keys: readonly string[], now: number): (heard: Heard, at: number) => void {
    const call = Symbol("call");
    for (const key of keys) this.#stateOf(key).waiting.set(call, now);
    return (heard, at) => {
      for (const key of keys) hear(this.#stateOf(key), call, heard, at);
    };
  }

  #stateOf(key: string): State {
    const known = this.#states.get(key);
    if (known) return known;
    const state: State = {
      waiting: new Map(),
      unclear: 0,
      clearAt: Number.NEGATIVE_INFINITY,
      rests: 0,
      restUntil: 0,
      trialAt: Number.NEGATIVE_INFINITY,
    };
    this.#states.set(key, state);
    return state;
  }
}

function waitOf(state: State, now: number): number {
  if (state.restUntil > now) return state.restUntil - now;
  if (state.rests > 0) return now - state.trialAt < trialMs ? 1000 : 0;
  const stalled = [...state.waiting.values()].filter((since) => now - since >= stalledAfterMs);
  // Others are answered: then it is not the platform.
  if (stalled.length < enough || state.clearAt > Math.min(...stalled)) return 0;
  rest(state, now);
  return state.restUntil - now;
}

function noteTrial(state: State, now: number): void {
  if (state.rests > 0) state.trialAt = now;
}

function hear(state: State, call: symbol, heard: Heard, now: number): void {
  const since = state.waiting.get(call) ?? 0;
  state.waiting.delete(call);
  if (heard === "clear") {
    Object.assign(state, { unclear: 0, clearAt: now, rests: 0, restUntil: 0, trialAt: Number.NEGATIVE_INFINITY });
    return;
  }
  state.unclear++;
  // What went out before the rest began says nothing new.
  const isTrial = state.rests > 0 && since >= state.restUntil;
  if (isTrial || (state.rests === 0 && state.unclear >= enough)) rest(state, now);
}

function rest(state: State, now: number): void {
  state.restUntil = now + Math.min(restMs.longest, restMs.first * 2 ** state.rests);
  state.rests++;
  state.trialAt = Number.NEGATIVE_INFINITY;
}

/** What a send depends on: its platform, and the account there. */
export const sendKeys = ({ channel, channelAccountId }: { channel: string; channelAccountId: string }): string[] => [
  channel,
  `${channel}/${channelAccountId}`,
];

const circuits = new WeakMap<Context, Circuit>();

/** The process' own. */
export function circuitOf(context: Context): Circuit {
  const known = circuits.get(context) ?? new Circuit();
  circuits.set(context, known);
  return known;
}
