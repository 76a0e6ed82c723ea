import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { makeMediaId } from "../wire/make-id.ts";
import { instagramAddress, messengerAddress } from "../world/media-address.ts";
import type { MediaFile } from "../world/media-store.ts";
import { addSample } from "../world/sample-files.ts";
import type { MessageAct } from "./act-schema.ts";

type Wire = Record<string, unknown>;
type Sent = { simulator: Simulator; account: AccountConfig; file: MediaFile | null };

/**
 * What a person's act adds to `message`, or the event it is instead; null for what the platform does not have.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages (1 June 2026),
 * https://developers.facebook.com/docs/instagram-platform/webhooks/examples (2026)
 */
export function messagingContent(act: MessageAct, sent: Sent): { message: Wire } | { event: Wire } | null {
  const instagram = sent.account.channel === "instagram";
  const attached = (type: string, payload?: Wire): { message: Wire } => ({ message: { attachments: [{ type, ...(payload ? { payload } : {}) }] } });
  switch (act.type) {
    case "text":
      return { message: { text: act.text } };
    case "media":
      return sent.file && mediaMessage(act, sent.file, sent);
    case "from_ad":
      return { message: { text: act.text, referral: adReferral(act) } };
    case "product_question":
      return instagram
        ? { message: { text: act.text, referral: { product: { id: act.productId } } } }
        : { message: { text: act.text, attachments: [productOf(act)] } };
    case "order":
      return instagram ? null : { event: { order: orderOf(act) } };
    case "share":
      return shareOf(act, sent);
    case "location":
      return instagram ? null : { message: { attachments: [locationOf(act)] } };
    case "story_reply":
      return instagram ? { message: { text: act.text, reply_to: { story: { url: picture(sent), id: `180${makeMediaId().slice(0, 14)}` } } } } : null;
    case "story_mention":
      return instagram ? attached("story_mention", { url: picture(sent) }) : null;
    case "heart":
      return instagram ? attached("like_heart") : null;
    case "unsupported":
      return instagram ? attached("unsupported_type", { url: picture(sent) }) : { message: { is_unsupported: true } };
    default:
      return null;
  }
}

const addressOf = ({ simulator, account }: Sent, file: MediaFile): string =>
  account.channel === "instagram" ? instagramAddress(simulator, file) : messengerAddress(simulator, file);

/** A picture that belongs to a story or a post. */
const picture = (sent: Sent): string => addressOf(sent, addSample(sent.simulator.media, "image", false));

/** A caption of the phone is a text of its own here, so it stands beside. Since 30 August 2026 a sticker is only a sticker. */
function mediaMessage({ kind, caption }: { kind: string; caption?: string | undefined }, file: MediaFile, sent: Sent): { message: Wire } | null {
  const instagram = sent.account.channel === "instagram";
  if (kind === "sticker" && instagram) return null;
  const type = kind === "voice" ? "audio" : kind === "document" ? "file" : kind;
  const payload = { url: addressOf(sent, file), ...(type === "sticker" ? { sticker_id: file.id } : {}) };
  return { message: { ...(caption ? { text: caption } : {}), attachments: [{ type, payload }] } };
}

function shareOf(act: Extract<MessageAct, { type: "share" }>, sent: Sent): { message: Wire } | null {
  const instagram = sent.account.channel === "instagram";
  const thing = `179${makeMediaId().slice(0, 14)}`;
  const title = act.title ?? (act.what === "reel" ? "How our coats are made" : "New in the shop");
  const text = act.text ? { text: act.text } : {};
  const with_ = (type: string, payload: Wire) => ({ message: { ...text, attachments: [{ type, payload }] } });
  if (!instagram) {
    if (act.what === "story") return null;
    const page = sent.account.externalId;
    return act.what === "reel"
      ? with_("reel", { url: `https://www.facebook.com/reel/${thing}`, title, reel_video_id: thing })
      : with_("post", { url: `https://www.facebook.com/${page}/posts/${thing}`, title, id: `${page}_${thing}` });
  }
  if (act.what === "story") return with_("ig_story", { story_media_id: thing, story_media_url: picture(sent) });
  return act.what === "reel"
    ? with_("ig_reel", { url: picture(sent), title, reel_video_id: thing })
    : with_("ig_post", { url: picture(sent), ig_post_media_id: thing, title });
}

const adReferral = ({ adId, headline, ref }: { adId: string; headline: string; ref: string }): Wire => ({
  ref,
  ad_id: adId,
  source: "ADS",
  type: "OPEN_THREAD",
  ads_context_data: { ad_title: headline, photo_url: "https://scontent.xx.fbcdn.net/v/t45.1600-4/ad.jpg", post_id: `${adId}_1` },
});

const productOf = ({ productId, title = "Alpaca coat" }: { productId: string; title?: string | undefined }): Wire => ({
  type: "template",
  payload: {
    product: {
      elements: [{ id: productId, retailer_id: productId, image_url: "https://scontent.xx.fbcdn.net/v/product.jpg", title, subtitle: "£189.00" }],
    },
  },
});

const orderOf = ({ items, text = "" }: Extract<MessageAct, { type: "order" }>): Wire => ({
  products: items.map(({ id, name, quantity, price, currency }) => ({
    product_id: id,
    retailer_id: id,
    name: name ?? id,
    unit_price: price,
    currency,
    quantity,
  })),
  note: text,
  source: "mini_shops",
});

const locationOf = ({ latitude, longitude, name }: { latitude: number; longitude: number; name?: string | undefined }): Wire => ({
  title: name ?? "Pinned location",
  url: `https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.bing.com%2Fmaps%3Fcp%3D${latitude}~${longitude}`,
  type: "location",
  payload: { coordinates: { lat: latitude, long: longitude } },
});
