import type { ItemOutcome, ParsedItem } from "@onethread/core";
import { accountNews } from "../meta/account-news.ts";
import { eventTime } from "../meta/event-time.ts";
import type { MessagingContext } from "../meta/messaging/context.ts";
import { readEdit } from "../meta/messaging/parse-edit.ts";
import { readMessage } from "../meta/messaging/parse-message.ts";
import { readAccountLinking, readFeedbackForm, readResponseFeedback } from "../meta/messaging/parse-occurrence.ts";
import { readOptin } from "../meta/messaging/parse-optin.ts";
import { readPolicy } from "../meta/messaging/parse-policy.ts";
import { readPostback } from "../meta/messaging/parse-postback.ts";
import { readReaction } from "../meta/messaging/parse-reaction.ts";
import { readReferral } from "../meta/messaging/parse-referral.ts";
import { readAppRoles, readThreadControl } from "../meta/messaging/parse-thread-control.ts";
import { type Dialect, walkBody } from "../meta/messaging/walk-body.ts";
import { readTemplateNews } from "../meta/parse-template-news.ts";
import { failed, skipped } from "../meta/parsed-item.ts";
import { idAt, type Json } from "../meta/read-keys.ts";
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
  ["optin", readOptin],
  ["pass_thread_control", readThreadControl("pass_thread_control")],
  ["take_thread_control", readThreadControl("take_thread_control")],
  ["request_thread_control", readThreadControl("request_thread_control")],
  ["app_roles", readAppRoles],
  ["policy_enforcement", readPolicy],
  ["policy-enforcement", readPolicy],
  ["account_linking", readAccountLinking],
  ["response_feedback", readResponseFeedback],
  ["messaging_feedback", readFeedbackForm],
];

const readMessaging: Read = (event, context) => {
  const [, read] = readers.find(([key]) => key in event) ?? [];
  return read ? read(event, context) : skipped("event_unknown");
};

/** Fields of a Page that wrap no messaging event. */
const readChange: Dialect["readChange"] = (field, value, context, entryTime) => {
  if (field === "feed") return readFeed(value, context, entryTime);
  const at = eventTime(entryTime);
  if (field === "messenger_template_status_update") return at === null ? failed("missing_key:entry.time") : readTemplateNews(value, at);
  if (field === "mention") return accountNews(eventTime(value.created_time) ?? at ?? 0, { code: "mentioned", data: mentionOf(value) });
  return skipped("field_not_handled");
};

const mentionOf = (value: Json) => ({ item: idAt(value, "item"), postId: idAt(value, "post_id"), commentId: idAt(value, "comment_id") });

/** Everything a body of the object `page` holds; `prefix` is where the body stands. */
export const parseBody = (body: Json, prefix: string): ParsedItem[] =>
  walkBody(body, prefix, { channel: "messenger", personKind: "psid", readMessaging, readChange });
