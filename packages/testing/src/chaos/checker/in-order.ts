import type { Evidence } from "../evidence.ts";

/** I3: a timeline is in the order of the platform's clock, up to ties, and each message stands at its own time. */
export function inOrder({ expected, conversations }: Pick<Evidence, "expected" | "conversations">): string[] {
  const occurred = new Map(expected.map((one) => [one.externalId, one.at]));
  return conversations.flatMap(({ id, items }) => {
    // What people and our own sends add stands among it, by another clock; it is looked at for order only.
    const moved = items
      .filter((item) => item.externalId !== null && occurred.has(item.externalId) && occurred.get(item.externalId) !== item.at)
      .map((item) => `message ${item.externalId} stands at another time than it was written`);
    const older = items.findIndex((item, index) => item.at < (items[index - 1]?.at ?? 0));
    return older === -1 ? moved : [...moved, `conversation ${id} is out of order at ${items[older]?.externalId ?? "an item"}`];
  });
}
