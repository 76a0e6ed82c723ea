import type { ItemOutcome } from "@onethread/core";
import { events } from "../parsed-item.ts";
import { BrokenItem, idAt, type Json, requireId, requireObject, requireTime } from "../read-keys.ts";
import { syntheticId } from "../synthetic-id.ts";
import { type MessagingContext, partiesOf } from "./context.ts";

/**
 * Older reactions have a name and no emoji.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-reactions (2026)
 */
const emojis: Record<string, string> = {
  smile: "😆",
  angry: "😠",
  sad: "😢",
  wow: "😮",
  love: "❤",
  like: "👍",
  dislike: "👎",
};

/** A reaction set or taken back; the latter names neither emoji nor reaction. */
export function readReaction(event: Json, context: MessagingContext): ItemOutcome {
  const reaction = requireObject(event, "reaction");
  const { customer, by } = partiesOf(event, context);
  const target = requireId(reaction, "mid", "reaction.mid");
  const occurredAt = requireTime(event, "timestamp");
  const removed = reaction.action === "unreact";
  const emoji = removed ? null : (idAt(reaction, "emoji") ?? emojis[idAt(reaction, "reaction") ?? ""] ?? null);
  if (!removed && emoji === null) throw new BrokenItem("missing_key:reaction.emoji");
  const eventId = syntheticId("reaction", target, by, customer.keys[0]?.value, occurredAt, emoji);
  return events({ type: "reaction", target, by, emoji, occurredAt, eventId, customer });
}
