import type { ItemOutcome } from "@onethread/core";
import { eventTime } from "../meta/event-time.ts";
import type { MessagingContext } from "../meta/messaging/context.ts";
import { events, skipped } from "../meta/parsed-item.ts";
import { BrokenItem, idAt, type Json, requireId, requireObject, textAt } from "../meta/read-keys.ts";

/**
 * A comment under a post, an ad or a live video. Its author's id is not known to be the person's IGSID, so it is a kind
 * of its own. The entry's time is in seconds here. Our own comments come back: answering them would be a loop.
 * Source: https://developers.facebook.com/docs/instagram-platform/webhooks (2026)
 */
export function readComment(value: Json, context: MessagingContext, entryTime: unknown): ItemOutcome {
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
    content: { kind: "unsupported", platformType: "comment", text: textAt(value, "text") },
  });
}
