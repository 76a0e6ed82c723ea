import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import type { SharedCounts } from "@onethread/realtime";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";

/** How often: by one visitor, from one network, and at one widget. `seconds` is the span all of them are counted in. */
type Limit = { seconds: number; visitor?: number; network: number; widget?: number };

/** An office behind one address is many visitors: what is counted by network is far above what one of them does. */
const limits = {
  look: { seconds: 60, network: 600 },
  session: { seconds: 60, network: 120, widget: 6000 },
  message: { seconds: 60, visitor: 20, network: 240, widget: 6000 },
  read: { seconds: 60, visitor: 240, network: 2400 },
  typing: { seconds: 60, visitor: 60, network: 600 },
  event: { seconds: 60, visitor: 30, network: 600, widget: 6000 },
  upload: { seconds: 600, visitor: 10, network: 40, widget: 1000 },
  transcript: { seconds: 60, visitor: 6, network: 60 },
  continue: { seconds: 60, visitor: 6, network: 60 },
} as const satisfies Record<string, Limit>;
export type VisitorLimit = keyof typeof limits;

type Counted = { network: string; widget: string; visitor?: string | undefined };

export type Counting = (name: VisitorLimit, counted: Counted) => Promise<number | null>;

/**
 * Counts what visitors do: in all gateways together where there are shared counts, and in this process where there are none or
 * they can't be asked. Answers the seconds to wait for when it was too much, else null.
 */
export function visitorLimits(shared: SharedCounts | null): Counting {
  const counters = new Map<string, RateLimiterMemory>();
  const counter = (name: string, points: number, duration: number) => {
    const known = counters.get(name) ?? new RateLimiterMemory({ points, duration });
    counters.set(name, known);
    return known;
  };
  /** How long to wait; null: it was not too much. Milliseconds. */
  async function add(name: string, who: string, most: number, seconds: number): Promise<number | null> {
    const counted = await shared?.add(`${name}/${digestOf(who)}`, seconds);
    if (counted) return counted.count > most ? counted.leftMs : null;
    return counter(name, most, seconds)
      .consume(who)
      .then(
        () => null,
        (rejected: RateLimiterRes) => rejected.msBeforeNext,
      );
  }
  return async (name, { network, widget, visitor }) => {
    const { seconds, ...points }: Limit = limits[name];
    const who = { network: networkOf(network), widget, visitor };
    for (const by of ["network", "visitor", "widget"] as const) {
      const [most, key] = [points[by], who[by]];
      if (most === undefined || key === undefined) continue;
      const wait = await add(`${name}/${by}`, `${widget}/${key}`, most, seconds);
      if (wait !== null) return Math.max(1, Math.ceil(wait / 1000));
    }
    return null;
  };
}

/** Addresses of people's networks don't leave this process. */
const digestOf = (who: string): string => createHash("sha256").update(who).digest("base64url").slice(0, 22);

/** One household has a whole /64 of addresses. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const whole = address.includes("::") ? [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after] : before;
  return `${whole
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":")}::/64`;
}
