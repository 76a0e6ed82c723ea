import type { Evidence } from "../evidence.ts";

/** I1 and I3 for reactions: one per person and message, the latest. */
export function latestReaction({ expected, conversations }: Pick<Evidence, "expected" | "conversations">): string[] {
  const shown = new Map(conversations.flatMap(({ workspaceId, items }) => items.map((item) => [`${workspaceId}/${item.externalId}`, item] as const)));
  return expected.flatMap((one) => {
    const item = shown.get(`${one.workspaceId}/${one.externalId}`);
    return item && one.text !== null && item.reaction !== one.reaction ? [`message ${one.externalId} has another reaction than the latest`] : [];
  });
}
