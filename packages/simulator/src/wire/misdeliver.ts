/** How bodies reach a webhook in the worst of Meta's ways. `random` answers a number from 0 up to 1. */
export type Misdelivery = { batchSize?: number; duplicateRate?: number; shuffle?: boolean; random: () => number };

type Body = { object: string; entry: unknown[] };

/**
 * Duplicates, reorders and batches bodies as Meta does: up to 1000 updates in a POST, in any order, some twice. Bodies of
 * different objects never share a POST.
 * Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started (read November 2026)
 */
export function misdeliver(bodies: readonly Record<string, unknown>[], options: Misdelivery): Record<string, unknown>[] {
  const { batchSize = 1, duplicateRate = 0, shuffle = false, random } = options;
  const list = bodies.flatMap((body) => (random() < duplicateRate ? [body, body] : [body]));
  if (shuffle) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [list[i], list[j]] = [list[j] as (typeof list)[number], list[i] as (typeof list)[number]];
    }
  }
  const batches: Body[] = [];
  for (const { object, entry } of list as unknown as Body[]) {
    const open = batches.findLast((batch) => batch.object === object);
    if (open && open.entry.length < batchSize) open.entry.push(...entry);
    else batches.push({ object, entry: [...entry] });
  }
  return batches;
}
