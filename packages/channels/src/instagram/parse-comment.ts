import type { Content, ItemOutcome } from "@onethread/core";
import { eventTime } from "../meta/event-time.ts";
import type { MessagingContext } from "../meta/messaging/context.ts";
import { events, skipped } from "../meta/parsed-item.ts";
import { BrokenItem, idAt, type Json, objectAt, requireId, requireObject, textAt } from "../meta/read-keys.ts";

/**
 * A comment under a post, an ad or a live video. Its author's id is not known to be the person's IGSID, so it is a kind
 * of its own. The entry's time is in seconds here. Our own comments come back: answering them would be a loop.
 * Source: https://developers.facebook.com/docs/instagram-platform/webhooks (2026)
 */
export function readComment(field: string, value: Json, context: MessagingContext, entryTime: unknown): ItemOutcome {
  const from = requireObject(value, "from");
  const author = requireId(from, "id", "from.id");
  if (author === context.accountId) return skipped("own_comment");
  const externalId = idAt(value, "id") ?? requireId(value, "comment_id", "id");
  const occurredAt = eventTime(value.timestamp) ?? eventTime(entryTime);
  if (occurredAt === null) throw new BrokenItem("missing_key:entry.time");
  const username = textAt(from, "username");
  return events({
    type: "message",
    direction: "inbound",
    externalId,
    occurredAt,
    source: "live",
    customer: {
      keys: [{ kind: "ig_commenter", scope: context.accountId, value: author }],
      ...(username ? { username } : {}),
    },
    content: { kind: "comment", text: textAt(value, "text"), comment: placeOf(field, value) },
  });
}

function placeOf(field: string, value: Json): Content["comment"] {
  const media = objectAt(value, "media");
  const place = idAt(media, "media_product_type")?.toLowerCase() ?? null;
  return {
    postId: idAt(media, "id"),
    parentId: idAt(value, "parent_id"),
    place,
    adId: idAt(media, "ad_id"),
    live: field === "live_comments" || place === "live",
  };
}
