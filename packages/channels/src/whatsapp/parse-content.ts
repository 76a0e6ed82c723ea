import type { Content, IdentityKey, Referral } from "@onethread/core";
import { arrayAt, idAt, isObject, type Json, objectAt, requireObject, requireText, textAt } from "../meta/read-keys.ts";
import { personKey } from "./parse-sender.ts";

/** What a message says. Everything that is not a text yet keeps its platform type and the words it carries. */
export function contentOf(message: Json, type: string): Content {
  if (type === "text") return { kind: "text", text: requireText(requireObject(message, "text"), "body", "text.body") };
  if (type === "media_placeholder") return { kind: "media_placeholder", text: null };
  if (type === "interactive") return interactive(objectAt(message, "interactive"));
  const body = objectAt(message, type);
  if (type === "button") return unsupported("button", textAt(body, "text"), textAt(body, "payload"));
  if (type === "unsupported") return unsupported(textAt(body, "type") ?? "unsupported", null);
  // A shared place or card has a name, but that is its own, not what the customer wrote.
  if (type === "location" || type === "contacts") return unsupported(type, null);
  return unsupported(type, textAt(body, "caption") ?? textAt(body, "text") ?? textAt(body, "body"));
}

function unsupported(platformType: string, text: string | null, payload: string | null = null): Content {
  return { kind: "unsupported", text, platformType, ...(payload === null ? {} : { payload }) };
}

function interactive(body: Json | null): Content {
  const type = textAt(body, "type");
  if (body === null || type === null) return unsupported("interactive", null);
  const reply = objectAt(body, type);
  if (type === "nfm_reply") return unsupported(type, textAt(reply, "body"), flowToken(textAt(reply, "response_json")));
  return unsupported(type, textAt(reply, "title"), idAt(reply, "id"));
}

/** `response_json` is a text of JSON, but not always: it may not parse, or hold no object. */
function flowToken(response: string | null): string | null {
  try {
    const parsed: unknown = JSON.parse(response ?? "null");
    return isObject(parsed) ? idAt(parsed, "flow_token") : null;
  } catch {
    return null;
  }
}

/** What brought the customer here: a click on an ad or a post. */
export function referralOf(message: Json): Referral | undefined {
  const referral = objectAt(message, "referral");
  if (referral === null) return undefined;
  const source = idAt(referral, "source_type");
  return {
    source,
    ref: idAt(referral, "ref"),
    adId: source === "ad" ? idAt(referral, "source_id") : null,
    headline: idAt(referral, "headline"),
    url: idAt(referral, "source_url"),
  };
}

/**
 * The phone a customer shares when asked for it: only a card marked `contact_request` is their own number. The mark
 * stands on the card, in older documentation on the message.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (29 June 2026)
 */
export function sharedOwnPhone(message: Json, wabaId: string): IdentityKey[] {
  return arrayAt(message, "contacts")
    .filter(isObject)
    .filter((card) => (textAt(card, "origin") ?? textAt(message, "origin")) === "contact_request")
    .flatMap((card) => arrayAt(card, "phones").filter(isObject))
    .map((phone) => idAt(phone, "wa_id"))
    .filter((phone) => phone !== null)
    .map((phone) => personKey(phone, wabaId));
}
