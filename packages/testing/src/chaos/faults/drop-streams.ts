import { sleep } from "../../until.ts";
import type { Fault } from "../fault.ts";

/** Every stream is broken once in this time. Milliseconds. */
const every = 5000;
/** Streams are broken in so many groups, one after the other: not all in one moment, that is F16. */
const groups = 20;
/** From the last break until every stream is up again. Seconds. */
const backWithin = 30;

/** F14. Recovered: all streams are up again. */
export const dropStreams: Fault = {
  name: "F14",
  what: "every live stream broken every 5 s, closed or reset in turns",
  strikes: { small: 1, full: 1 },
  webhooks: { small: 900, full: 6000 },
  perSecond: { small: 60, full: 60 },
  agents: { small: 40, full: 200 },
  // All 5,200 would be a thousand that come back each second: more than one gateway takes in on two cores.
  listeners: { small: 0, full: 1000 },
  strike: async ({ audience, full, notes }) => {
    const { streams } = audience;
    const times = () => streams.reduce((sum, stream) => sum + stream.times(), 0);
    const before = times();
    const rounds = full ? 12 : 3;
    let broken = 0;
    let lowest = streams.length;
    const started = performance.now();
    for (let step = 0; step < rounds * groups; step++) {
      for (let index = step % groups; index < streams.length; index += groups) {
        // Who is on the way back already has nothing to lose.
        if (!streams[index]?.up()) continue;
        streams[index]?.reset((step + Math.floor(step / groups)) % 2 ? "rst" : "closed");
        broken++;
      }
      await sleep(Math.max(0, started + ((step + 1) * every) / groups - performance.now()));
      lowest = Math.min(lowest, audience.up());
    }
    const took = await audience.untilAllUp(backWithin).catch((error: Error) => {
      throw new Error(`${error.message}; ${audience.up()} are`);
    });
    notes.push(`${streams.length} streams broken ${broken} times and resumed ${times() - before} times; ${lowest} were up at the worst moment`);
    return took;
  },
};
