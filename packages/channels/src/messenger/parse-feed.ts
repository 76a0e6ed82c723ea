import type { Content, InboundAttachment, ItemOutcome, Sender } from "@onethread/core";
import { attachment, urlSource } from "../meta/attachment.ts";
import { eventTime } from "../meta/event-time.ts";
import type { MessagingContext } from "../meta/messaging/context.ts";
import { events, skipped } from "../meta/parsed-item.ts";
import { BrokenItem, idAt, type Json, objectAt, requireId, textAt } from "../meta/read-keys.ts";
import { syntheticId } from "../meta/synthetic-id.ts";

/**
 * A comment under a post of the Page. Its author's id is not known to be the person's PSID, so it is a kind of its own.
 * Source: https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed (2026)
 */
export function readFeed(value: Json, context: MessagingContext, entryTime: unknown): ItemOutcome {
  if (value.item !== "comment") return skipped("feed_item_not_handled");
  const from = objectAt(value, "from");
  if (idAt(from, "id") === context.accountId) return skipped("own_comment");
  const target = requireId(value, "comment_id");
  const occurredAt = eventTime(value.created_time) ?? eventTime(entryTime);
  if (occurredAt === null) throw new BrokenItem("missing_key:created_time");
  const customer = authorOf(from, context);
  const text = textAt(value, "message");
  if (value.verb === "remove") return events({ type: "deletion", target, occurredAt, customer });
  if (value.verb === "edited") {
    const editedAt = eventTime(entryTime) ?? occurredAt;
    const eventId = syntheticId("edit", target, editedAt, text);
    return events({ type: "edit", target, editNum: null, occurredAt: editedAt, eventId, text, customer });
  }
  if (value.verb !== "add") return skipped("feed_item_not_handled");
  const files = filesOf(value);
  return events({
    type: "message",
    direction: "inbound",
    externalId: target,
    occurredAt,
    source: "live",
    customer,
    content: { kind: "comment", text, comment: placeOf(value) },
    ...(files.length === 0 ? {} : { attachments: files }),
  });
}

/** A comment under the post itself names the post as its parent. */
function placeOf(value: Json): Content["comment"] {
  const postId = idAt(value, "post_id");
  const parentId = idAt(value, "parent_id");
  return { postId, parentId: parentId === postId ? null : parentId, place: "feed", adId: null, live: false };
}

function filesOf(value: Json): InboundAttachment[] {
  return (["photo", "video"] as const).flatMap((key) => {
    const source = urlSource(textAt(value, key));
    return source === null ? [] : [attachment(key === "photo" ? "image" : "video", { source })];
  });
}

function authorOf(from: Json | null, context: MessagingContext): Sender {
  const id = idAt(from, "id");
  if (id === null) throw new BrokenItem("missing_key:from.id");
  const name = textAt(from, "name");
  return { keys: [{ kind: "fb_user", scope: context.accountId, value: id }], ...(name ? { name } : {}) };
}
