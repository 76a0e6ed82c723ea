import { findHandOverToken, type ItemOutcome } from "@onethread/core";
import { events } from "../parsed-item.ts";
import { idAt, type Json, requireObject, requireTime, textAt } from "../read-keys.ts";
import { syntheticId } from "../synthetic-id.ts";
import { type MessagingContext, partiesOf } from "./context.ts";
import { referralAt } from "./parse-referral.ts";

/** A tapped button: Get Started, menu, ice breaker, card. In standby the payload is withheld, on cards the mid. */
export function readPostback(event: Json, context: MessagingContext): ItemOutcome {
  const postback = requireObject(event, "postback");
  const { customer } = partiesOf(event, context);
  const occurredAt = requireTime(event, "timestamp");
  const payload = textAt(postback, "payload");
  const title = textAt(postback, "title");
  const referral = referralAt(postback);
  const token = findHandOverToken(payload, referral?.ref, title);
  return events({
    type: "message",
    direction: "inbound",
    externalId:
      idAt(postback, "mid") ?? syntheticId("postback", context.channel, context.accountId, customer.keys[0]?.value, occurredAt, payload, title),
    occurredAt,
    source: context.source,
    customer,
    content: { kind: "postback", text: title, ...(payload === null ? {} : { payload }) },
    ...(referral ? { referral } : {}),
    ...(token ? { token } : {}),
  });
}
