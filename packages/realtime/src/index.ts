import type { Realtime } from "./news.ts";
import { openPostgresRealtime } from "./postgres.ts";
import { openRedisRealtime } from "./redis.ts";

export type { News, Realtime } from "./news.ts";
export { openSharedCounts, type SharedCounts } from "./shared-counts.ts";

/** Redis when there is one, else Postgres' LISTEN/NOTIFY. */
export const openRealtime = (options: { databaseUrl: string; redisUrl?: string | undefined; onError: (error: Error) => void }): Realtime =>
  options.redisUrl ? openRedisRealtime(options.redisUrl, options.onError) : openPostgresRealtime(options.databaseUrl, options.onError);
