import type { Evidence } from "../evidence.ts";

const rank: Record<string, number> = { queued: 0, sending: 0, unknown: 0, failed: 1, sent: 2, delivered: 3, read: 4, played: 5 };

/** I6: the status shown is the highest of those told, in whatever order they came. */
export function statusLattice({ expected, items, replies }: Pick<Evidence, "expected" | "items" | "replies">): string[] {
  const found = new Map(items.map((item) => [`${item.accountId}/${item.externalId}`, item]));
  const echoes = expected.flatMap((one) => {
    const item = found.get(`${one.accountId}/${one.externalId}`);
    return one.direction === "outbound" && item && item.status !== one.status
      ? [`message ${one.externalId} is shown as ${item.status} and is ${one.status}`]
      : [];
  });
  const sent = replies.flatMap(({ id, channel, seen, shown, told }) => {
    if (seen !== 1 || shown === null || shown === told) return [];
    // Messenger's receipts are marks in time: a later message's one proves the earlier ones, too.
    if (channel === "messenger" && told !== "failed" && (rank[shown] ?? 0) > (rank[told] ?? 0)) return [];
    return [`reply ${id} is shown as ${shown} and is ${told}`];
  });
  return [...echoes, ...sent];
}
