import { Redis } from "ioredis";

/** Counts that all processes share. */
export type SharedCounts = {
  /** One more under a name, in a span that begins with its first: how many by now, and when the span is over. Null: the counts can't be asked now. */
  add(name: string, seconds: number): Promise<{ count: number; leftMs: number } | null>;
  close(): void;
};

/** Longer than this nobody waits for a count, and so long it is not asked again once it did not answer. Milliseconds. */
const [patience, rest] = [250, 2000];

/** The span begins with the first one, and is set by the same step: a count without an end would shut somebody out for ever. */
const countOne = `local n = redis.call('INCR', KEYS[1])
if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {n, redis.call('PTTL', KEYS[1])}`;

/** Counts in Redis. One that is away or hangs is said once, and costs nobody more than a moment. */
export function openSharedCounts(redisUrl: string, onError: (error: Error) => void): SharedCounts {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: patience });
  // Each attempt to come back fails as well; whoever counts says it.
  redis.on("error", () => {});
  let restUntil = 0;
  return {
    add: async (name, seconds) => {
      if (performance.now() < restUntil) return null;
      try {
        const [count, leftMs] = (await redis.eval(countOne, 1, `onethread:count:${name}`, seconds * 1000)) as [number, number];
        return { count, leftMs };
      } catch (error) {
        restUntil = performance.now() + rest;
        onError(error as Error);
        return null;
      }
    },
    close: () => redis.disconnect(),
  };
}
