import type { LiveStream } from "./live-stream.ts";

/**
 * Streams that are told in one turn of the event loop, some 20 µs each. Node takes in one new connection a turn
 * (libuv since 1.45), so that long turns are what keeps those waiting who come back after a gateway was gone.
 */
const perTurn = 64;
/** Telling pauses for four times as long as it took: four fifths of the process are for others. But not longer than this. Milliseconds. */
const longestPause = 400;

export type NewsTeller = {
  /** An event for all streams of a workspace. */
  add(workspaceId: string, event: string): void;
  /** Resolves when everything that was added is told. */
  all(): Promise<void>;
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Tells streams what there is to tell. What comes in one turn goes out as one, put into bytes once, however many there are
 * to hear it; where they are many, what comes shortly after waits for company. To tell five takes no time, to tell five
 * thousand a tenth of a second.
 */
export function newsTeller(streamsOf: (workspaceId: string) => Iterable<LiveStream>): NewsTeller {
  let waiting = new Map<string, string[]>();
  let telling: Promise<void> | undefined;

  async function tellAll(): Promise<void> {
    await turn();
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      const took = await tell(batch);
      const pause = Math.min(longestPause, took * 4);
      if (pause >= 1) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    // In the same breath as the look at what waits: what is added from now on begins anew.
    telling = undefined;
  }

  /** Answers the milliseconds it took, the turns of others not counted. */
  async function tell(batch: ReadonlyMap<string, readonly string[]>): Promise<number> {
    let took = 0;
    for (const [workspaceId, events] of batch) {
      const bytes = Buffer.from(events.join(""));
      // Whoever comes meanwhile begins by fetching everything.
      const streams = [...streamsOf(workspaceId)];
      for (let from = 0; from < streams.length; from += perTurn) {
        if (from > 0) await turn();
        const began = performance.now();
        for (const stream of streams.slice(from, from + perTurn)) stream.send(bytes);
        took += performance.now() - began;
      }
    }
    return took;
  }

  return {
    add: (workspaceId, event) => {
      const events = waiting.get(workspaceId) ?? [];
      events.push(event);
      waiting.set(workspaceId, events);
      telling ??= tellAll();
    },
    all: () => telling ?? Promise.resolve(),
  };
}
