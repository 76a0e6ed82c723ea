import type { ItemOutcome, ParsedItem } from "@onethread/core";
import { type MessagingContext, partiesOf } from "../meta/messaging/context.ts";
import { readEdit } from "../meta/messaging/parse-edit.ts";
import { readMessage } from "../meta/messaging/parse-message.ts";
import { readPostback } from "../meta/messaging/parse-postback.ts";
import { readReaction } from "../meta/messaging/parse-reaction.ts";
import { readReferral } from "../meta/messaging/parse-referral.ts";
import { walkBody } from "../meta/messaging/walk-body.ts";
import { events, skipped } from "../meta/parsed-item.ts";
import { type Json, requireId, requireObject, requireTime } from "../meta/read-keys.ts";
import { readComment } from "./parse-comment.ts";

type Read = (event: Json, context: MessagingContext) => ItemOutcome;

/** Seen up to a message: by its id, not by a time as in Messenger. */
const readRead: Read = (event, context) => {
  const target = requireId(requireObject(event, "read"), "mid", "read.mid");
  const { customer } = partiesOf(event, context);
  return events({ type: "read_by_id", target, occurredAt: requireTime(event, "timestamp"), customer });
};

/**
 * What an element of `messaging` is, by the key it has beside sender and recipient. The first that is there decides.
 * Source: https://developers.facebook.com/docs/instagram-platform/webhooks (2026)
 */
const readers: readonly (readonly [string, Read])[] = [
  ["message", readMessage],
  ["message_edit", readEdit],
  ["reaction", readReaction],
  ["postback", readPostback],
  ["referral", readReferral],
  ["read", readRead],
  ["optin", () => skipped("optin_not_handled")],
  ["pass_thread_control", () => skipped("thread_control_not_handled")],
  ["take_thread_control", () => skipped("thread_control_not_handled")],
  ["request_thread_control", () => skipped("thread_control_not_handled")],
];

const readMessaging: Read = (event, context) => {
  const [, read] = readers.find(([key]) => key in event) ?? [];
  return read ? read(event, context) : skipped("event_unknown");
};

/** Everything a body of the object `instagram` holds; `prefix` is where the body stands. */
export const parseBody = (body: Json, prefix: string): ParsedItem[] =>
  walkBody(body, prefix, {
    channel: "instagram",
    personKind: "igsid",
    readMessaging,
    readChange: (field, value, context, entryTime) => {
      if (field === "comments" || field === "live_comments") return readComment(value, context, entryTime);
      return skipped(field === "mentions" ? "mention_not_handled" : "field_not_handled");
    },
  });
