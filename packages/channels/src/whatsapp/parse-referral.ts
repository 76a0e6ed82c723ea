import type { Referral } from "@onethread/core";
import { idAt, type Json, objectAt } from "../meta/read-keys.ts";

/**
 * What brought the customer here: a click on an ad or a post. Only on the first message after the click.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (2026)
 */
export function referralOf(message: Json): Referral | undefined {
  const referral = objectAt(message, "referral");
  if (referral === null) return undefined;
  const source = idAt(referral, "source_type");
  const id = idAt(referral, "source_id");
  return {
    source,
    ref: idAt(referral, "ref"),
    adId: source === "ad" ? id : null,
    headline: idAt(referral, "headline"),
    url: idAt(referral, "source_url"),
    body: idAt(referral, "body"),
    clickId: idAt(referral, "ctwa_clid"),
    postId: source === "post" ? id : null,
    productId: null,
    imageUrl: idAt(referral, "image_url") ?? idAt(referral, "thumbnail_url"),
  };
}
