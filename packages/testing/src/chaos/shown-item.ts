import type { ShownItem } from "./evidence.ts";

/** What the checker needs of an item as the API has it. */
export type ApiItem = {
  externalId: string | null;
  occurredAt: string;
  content: { text?: string | null };
  delivery: { status: string } | null;
  reactions: { emoji: string; by: string }[];
};

export const shownItem = (item: ApiItem): ShownItem => ({
  externalId: item.externalId,
  at: Date.parse(item.occurredAt),
  text: item.content.text ?? null,
  status: item.delivery?.status ?? null,
  reaction: item.reactions.find((one) => one.by === "customer")?.emoji ?? null,
});
