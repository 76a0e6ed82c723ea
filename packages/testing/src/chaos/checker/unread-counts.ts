import type { Evidence } from "../evidence.ts";

/** I2 for unread: every message that came in counts once. Nobody reads during a run. */
export function unreadCounts({ expected, items, conversations }: Pick<Evidence, "expected" | "items" | "conversations">): string[] {
  const inbound = new Map<string, number>();
  const conversationOf = new Map(items.map((item) => [`${item.accountId}/${item.externalId}`, item.conversationId]));
  for (const one of expected) {
    const conversation = conversationOf.get(`${one.accountId}/${one.externalId}`);
    if (conversation && one.direction === "inbound") inbound.set(conversation, (inbound.get(conversation) ?? 0) + 1);
  }
  return conversations
    .filter((one) => one.unread !== (inbound.get(one.id) ?? 0))
    .map((one) => `conversation ${one.id} counts ${one.unread} unread, and ${inbound.get(one.id) ?? 0} came in`);
}
