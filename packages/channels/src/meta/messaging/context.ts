import type { IdentityKey, Sender, Source } from "@onethread/core";
import { BrokenItem, idAt, type Json, objectAt } from "../read-keys.ts";

/** Where a messaging event of Messenger or Instagram comes from. */
export type MessagingContext = {
  channel: "messenger" | "instagram";
  /** The Page id or the Instagram account id: the scope of every key of a person. */
  accountId: string;
  /** What the platform's person ids are called. */
  personKind: "psid" | "igsid";
  source: Source;
};

export type Parties = { customer: Sender; by: "customer" | "business" };

/**
 * Who did it and who the customer is. The sender is the business in echoes and when it reacts itself; then the
 * recipient is the customer. A guest of a website plugin has a `user_ref` instead of an id.
 */
export function partiesOf(event: Json, context: MessagingContext): Parties {
  const sender = objectAt(event, "sender");
  const by = idAt(sender, "id") === context.accountId || isEcho(event) ? "business" : "customer";
  const side = by === "business" ? "recipient" : "sender";
  const person = by === "business" ? objectAt(event, "recipient") : sender;
  const keys = personKeys(person, context);
  if (keys.length === 0) throw new BrokenItem(`missing_key:${side}.id`);
  return { customer: { keys }, by };
}

export const isEcho = (event: Json): boolean => objectAt(event, "message")?.is_echo === true;

/** The keys of one side of an event: a person's id, a guest's `user_ref`, or both. */
export function personKeys(person: Json | null, { accountId, personKind }: MessagingContext): IdentityKey[] {
  const id = idAt(person, "id");
  const userRef = idAt(person, "user_ref");
  const keys: IdentityKey[] = [];
  if (id !== null) keys.push({ kind: personKind, scope: accountId, value: id });
  if (userRef !== null) keys.push({ kind: "user_ref", scope: accountId, value: userRef });
  return keys;
}
