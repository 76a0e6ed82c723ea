import type { ItemOutcome, ParsedItem } from "@onethread/core";
import type { MessagingContext } from "../meta/messaging/context.ts";
import { readEdit } from "../meta/messaging/parse-edit.ts";
import { readMessage } from "../meta/messaging/parse-message.ts";
import { readPostback } from "../meta/messaging/parse-postback.ts";
import { readReaction } from "../meta/messaging/parse-reaction.ts";
import { readReferral } from "../meta/messaging/parse-referral.ts";
import { walkBody } from "../meta/messaging/walk-body.ts";
import { skipped } from "../meta/parsed-item.ts";
import type { Json } from "../meta/read-keys.ts";
import { readFeed } from "./parse-feed.ts";
import { readOrder } from "./parse-order.ts";
import { readDelivery, readRead } from "./parse-receipt.ts";

type Read = (event: Json, context: MessagingContext) => ItemOutcome;

/**
 * What an element of `messaging` is, by the key it has beside sender and recipient. The first that is there decides.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events (2026)
 */
const readers: readonly (readonly [string, Read])[] = [
  ["message", readMessage],
  ["message_edit", readEdit],
  ["reaction", readReaction],
  ["postback", readPostback],
  ["referral", readReferral],
  ["delivery", readDelivery],
  ["read", readRead],
  ["order", readOrder],
  ["optin", () => skipped("optin_not_handled")],
  ["pass_thread_control", () => skipped("thread_control_not_handled")],
  ["take_thread_control", () => skipped("thread_control_not_handled")],
  ["request_thread_control", () => skipped("thread_control_not_handled")],
  ["app_roles", () => skipped("thread_control_not_handled")],
  ["policy_enforcement", () => skipped("policy_enforcement_not_handled")],
  // The spelling of older samples.
  ["policy-enforcement", () => skipped("policy_enforcement_not_handled")],
  ["account_linking", () => skipped("account_linking_not_handled")],
  ["response_feedback", () => skipped("response_feedback_not_handled")],
];

const readMessaging: Read = (event, context) => {
  const [, read] = readers.find(([key]) => key in event) ?? [];
  return read ? read(event, context) : skipped("event_unknown");
};

/** Everything a body of the object `page` holds; `prefix` is where the body stands. */
export const parseBody = (body: Json, prefix: string): ParsedItem[] =>
  walkBody(body, prefix, {
    channel: "messenger",
    personKind: "psid",
    readMessaging,
    readChange: (field, value, context, entryTime) => (field === "feed" ? readFeed(value, context, entryTime) : skipped("field_not_handled")),
  });
