import { findHandOverToken, type ItemOutcome, type Referral } from "@onethread/core";
import { events } from "../parsed-item.ts";
import { idAt, type Json, objectAt, requireObject, requireTime } from "../read-keys.ts";
import { syntheticId } from "../synthetic-id.ts";
import { type MessagingContext, partiesOf } from "./context.ts";

/** A referral inside a message or a postback; undefined when there is none. */
export function referralAt(holder: Json): Referral | undefined {
  const referral = objectAt(holder, "referral");
  if (referral === null) return undefined;
  const ad = objectAt(referral, "ads_context_data");
  return {
    source: idAt(referral, "source"),
    ref: idAt(referral, "ref"),
    adId: idAt(referral, "ad_id"),
    headline: idAt(ad, "ad_title"),
    url: idAt(referral, "referer_uri"),
    body: null,
    clickId: null,
    postId: idAt(ad, "post_id"),
    productId: idAt(objectAt(referral, "product"), "id") ?? idAt(ad, "product_id"),
    imageUrl: idAt(ad, "photo_url"),
  };
}

/** A link or an ad opened a thread that exists already: there is no message and no id. */
export function readReferral(event: Json, context: MessagingContext): ItemOutcome {
  requireObject(event, "referral");
  const referral = referralAt(event) as Referral;
  const { customer } = partiesOf(event, context);
  const occurredAt = requireTime(event, "timestamp");
  const token = findHandOverToken(referral.ref);
  return events({
    type: "referral",
    externalId: syntheticId(
      "referral",
      context.channel,
      context.accountId,
      customer.keys[0]?.value,
      occurredAt,
      referral.source,
      referral.ref,
      referral.adId,
    ),
    occurredAt,
    source: context.source,
    customer,
    referral,
    ...(token ? { token } : {}),
  });
}
