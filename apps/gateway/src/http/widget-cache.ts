import { readWidgetByKey, type WidgetRow } from "@onethread/db/read";
import type { Context } from "@onethread/operations";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { networkOf } from "./visitor-limits.ts";

/** What is changed is told; should that be lost, it is seen after this long. Milliseconds. */
const holdsMs = 3000;
const mostKept = 2000;
/** So many keys that are none may be tried from one network in a minute. */
const guesses = 60;

export type Widgets = {
  /** The widget of a key; null: there is none. `wait`: this network has guessed too often; seconds. */
  find(key: string, address: string): Promise<WidgetRow | null | { wait: number }>;
  /** Something of a widget has changed. */
  forget(): void;
};

/**
 * Widgets by their keys, looked up together and kept for a moment: every call of every visitor asks, and the look-up shares
 * its connections with webhooks and sign-in.
 */
export function widgetCache({ database }: Pick<Context, "database">): Widgets {
  const known = new Map<string, { row: Promise<WidgetRow | null>; until: number }>();
  const guessed = new RateLimiterMemory({ points: guesses, duration: 60 });
  return {
    find: async (key, address) => {
      if (!/^wgt_[0-9a-f]{30}$/.test(key)) return null;
      const held = known.get(key);
      if (held && held.until > performance.now()) return held.row;
      const network = networkOf(address);
      const tried = await guessed.get(network);
      if (tried && tried.remainingPoints <= 0) return { wait: Math.max(1, Math.ceil(tried.msBeforeNext / 1000)) };
      const row = readWidgetByKey(database, key);
      if (known.size >= mostKept) known.clear();
      known.set(key, { row, until: performance.now() + holdsMs });
      // What failed is asked for again.
      row.catch(() => known.delete(key));
      const found = await row;
      if (!found) await guessed.penalty(network);
      return found;
    },
    forget: () => known.clear(),
  };
}
