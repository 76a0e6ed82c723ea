import type { IdentityKey, Sender } from "@onethread/core";
import { arrayAt, BrokenItem, idAt, isObject, type Json, objectAt, textAt } from "../meta/read-keys.ts";

/** Where the ids of a person stand in an object, e.g. `from`, `from_user_id`, `from_parent_user_id`. */
export type SenderFields = { phone: string; userId: string; parentUserId: string };

export const fromFields: SenderFields = { phone: "from", userId: "from_user_id", parentUserId: "from_parent_user_id" };
export const toFields: SenderFields = { phone: "to", userId: "to_user_id", parentUserId: "to_parent_user_id" };
/** A status' recipient; the parent's key had another name until 5 May 2026, `parent_recipient_user_id`: not needed here. */
export const recipientFields: SenderFields = { phone: "recipient_id", userId: "recipient_user_id", parentUserId: "recipient_parent_user_id" };
export const contactFields: SenderFields = { phone: "wa_id", userId: "user_id", parentUserId: "parent_user_id" };

/**
 * The form of a business-scoped user id; `CC.ENT.…` is the parent's of linked portfolios.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (29 June 2026)
 */
const scopedId = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/**
 * An id of a WhatsApp person as a key. Its form decides, not its place: scoped ids have been seen in `from` and `wa_id`.
 * The scope of a scoped id is the WABA here; the caller replaces it by the business portfolio where that is known.
 */
export function personKey(value: string, wabaId: string): IdentityKey {
  const match = value.match(scopedId);
  if (match) return { kind: match[1] ? "wa_bsuid_parent" : "wa_bsuid", scope: wabaId, value };
  return { kind: "wa_phone", scope: "", value: value.replace(/^\+/, "") };
}

export function keysAt(from: Json, fields: SenderFields, wabaId: string): IdentityKey[] {
  const ids = [idAt(from, fields.userId), idAt(from, fields.parentUserId), idAt(from, fields.phone)];
  return unite(ids.filter((id) => id !== null).map((id) => personKey(id, wabaId)));
}

/** Keys without repetition, in the order of strength: scoped id, parent, phone. */
export function unite(keys: readonly IdentityKey[]): IdentityKey[] {
  const kinds = ["wa_bsuid", "wa_bsuid_parent", "wa_phone"];
  const unique = keys.filter((key, index) => keys.findIndex((other) => same(other, key)) === index);
  return unique.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

export const same = (a: IdentityKey, b: IdentityKey): boolean => a.kind === b.kind && a.scope === b.scope && a.value === b.value;

/**
 * The person at `fields`, with what the contacts of the body add. A contact is matched by an id, never by its position;
 * one with another user id is another person even when the phone is the same.
 */
export function senderAt(item: Json, fields: SenderFields, contacts: readonly unknown[], wabaId: string): Sender {
  const own = keysAt(item, fields, wabaId);
  if (own.length === 0) throw new BrokenItem(`missing_key:${fields.phone}`);
  return withContact(own, contacts, wabaId);
}

export function withContact(own: IdentityKey[], contacts: readonly unknown[], wabaId: string): Sender {
  const contact = contacts.filter(isObject).find((candidate) => {
    const keys = keysAt(candidate, contactFields, wabaId);
    const contradicts = keys.some((key) => own.some((mine) => mine.kind === key.kind && mine.value !== key.value));
    return !contradicts && keys.some((key) => own.some((mine) => same(mine, key)));
  });
  if (!contact) return { keys: own };
  const profile = objectAt(contact, "profile");
  const name = textAt(profile, "name");
  const username = textAt(profile, "username")?.replace(/^@/, "");
  return {
    keys: unite([...own, ...keysAt(contact, contactFields, wabaId)]),
    ...(name ? { name } : {}),
    ...(username ? { username } : {}),
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
