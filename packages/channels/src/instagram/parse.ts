import type { ItemOutcome, ParsedItem } from "@onethread/core";
import { accountNews } from "../meta/account-news.ts";
import { eventTime } from "../meta/event-time.ts";
import { type MessagingContext, partiesOf } from "../meta/messaging/context.ts";
import { readEdit } from "../meta/messaging/parse-edit.ts";
import { readMessage } from "../meta/messaging/parse-message.ts";
import { readOptin } from "../meta/messaging/parse-optin.ts";
import { readPolicy } from "../meta/messaging/parse-policy.ts";
import { readPostback } from "../meta/messaging/parse-postback.ts";
import { readReaction } from "../meta/messaging/parse-reaction.ts";
import { readReferral } from "../meta/messaging/parse-referral.ts";
import { readAppRoles, readThreadControl } from "../meta/messaging/parse-thread-control.ts";
import { type Dialect, walkBody } from "../meta/messaging/walk-body.ts";
import { events, skipped } from "../meta/parsed-item.ts";
import { idAt, type Json, requireId, requireObject, requireTime } from "../meta/read-keys.ts";
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
  ["optin", readOptin],
  ["pass_thread_control", readThreadControl("pass_thread_control")],
  ["take_thread_control", readThreadControl("take_thread_control")],
  ["request_thread_control", readThreadControl("request_thread_control")],
  ["app_roles", readAppRoles],
  ["policy_enforcement", readPolicy],
  ["policy-enforcement", readPolicy],
];

const readMessaging: Read = (event, context) => {
  const [, read] = readers.find(([key]) => key in event) ?? [];
  return read ? read(event, context) : skipped("event_unknown");
};

/** Fields that wrap no messaging event. A mention names ids only: its words would have to be fetched. */
const readChange: Dialect["readChange"] = (field, value, context, entryTime) => {
  if (field === "comments" || field === "live_comments") return readComment(field, value, context, entryTime);
  if (field !== "mentions") return skipped("field_not_handled");
  const data = { mediaId: idAt(value, "media_id"), commentId: idAt(value, "comment_id") };
  return accountNews(eventTime(entryTime) ?? 0, { code: "mentioned", data });
};

/** Everything a body of the object `instagram` holds; `prefix` is where the body stands. */
export const parseBody = (body: Json, prefix: string): ParsedItem[] =>
  walkBody(body, prefix, { channel: "instagram", personKind: "igsid", readMessaging, readChange });
