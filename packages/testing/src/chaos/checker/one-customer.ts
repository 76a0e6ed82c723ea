import type { Evidence } from "../evidence.ts";

/** I4: one person is one customer with one conversation, and no two share one. */
export function oneCustomer({ expected, items }: Pick<Evidence, "expected" | "items">): string[] {
  const found = new Map(items.map((item) => [`${item.accountId}/${item.externalId}`, item]));
  const homes = new Map<string, Set<string>>();
  const people = new Map<string, Set<string>>();
  for (const one of expected) {
    const item = found.get(`${one.accountId}/${one.externalId}`);
    if (!item) continue;
    const home = `${item.customerId}/${item.conversationId}`;
    homes.set(one.person, (homes.get(one.person) ?? new Set()).add(home));
    people.set(home, (people.get(home) ?? new Set()).add(one.person));
  }
  return [
    ...[...homes].filter(([, all]) => all.size > 1).map(([person, all]) => `person ${person} is ${all.size} customers or conversations`),
    ...[...people].filter(([, all]) => all.size > 1).map(([home, all]) => `customer and conversation ${home} are ${all.size} people`),
  ];
}
