import type { Evidence } from "../evidence.ts";

/** I1: every webhook that was acknowledged is stored exactly once, and what it said is on the timeline. */
export function noneLost({ acknowledged, events, expected, items }: Pick<Evidence, "acknowledged" | "events" | "expected" | "items">): string[] {
  const stored = new Map(events.map((event) => [event.digest, event]));
  const known = new Map(items.map((item) => [`${item.accountId}/${item.externalId}`, item]));
  const missing = acknowledged
    .filter((digest) => stored.get(digest)?.rows !== 1)
    .map((digest) => `an acknowledged webhook is stored ${stored.get(digest)?.rows ?? 0} times (${digest.slice(0, 12)})`);
  const absent = expected.flatMap((one) => {
    const item = known.get(`${one.accountId}/${one.externalId}`);
    if (!item) return [`message ${one.externalId} is not there`];
    if (item.text !== one.text) return [`message ${one.externalId} says something else: ${item.text === null ? "nothing" : "another text"}`];
    return item.deleted === (one.text === null) ? [] : [`message ${one.externalId} is ${item.deleted ? "" : "not "}taken back`];
  });
  return [...missing, ...absent];
}
