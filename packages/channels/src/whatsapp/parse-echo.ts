import type { ItemOutcome } from "@onethread/core";
import { skipped } from "../meta/parsed-item.ts";
import { BrokenItem, idAt, type Json, objectAt } from "../meta/read-keys.ts";
import { type MessageContext, readAct } from "./parse-message.ts";
import { fromFields, keysAt, personKey, type SenderFields, senderAt, toFields, withContact } from "./parse-sender.ts";

/** Sent by the business from its phone: `message_echoes` of the field `smb_message_echoes`. */
export function readEcho(echo: Json, context: MessageContext): ItemOutcome {
  // In standby the body that was sent to the platform stands whole under `message`.
  const message = objectAt(echo, "message");
  if (message !== null && idAt(echo, "to") === null) return readSentBody(echo, message, context);
  const customer = senderAt(echo, toFields, context.contacts, context.wabaId);
  const sentFrom = context.source === "standby" ? otherApp(echo) : "phone_app";
  return readAct(echo, { customer, by: "business", source: context.source, sentFrom });
}

/** In standby somebody else answers; which app it was is not always told. */
const otherApp = (echo: Json): string => {
  const app = idAt(echo, "app_id");
  return app === null ? "other_app" : `app:${app}`;
};

const sentFields: SenderFields = { phone: "to", userId: "recipient", parentUserId: "recipient_parent" };

function readSentBody(echo: Json, message: Json, context: MessageContext): ItemOutcome {
  if (message.recipient_type === "group") return skipped("group_echo_not_handled");
  const keys = keysAt(message, sentFields, context.wabaId);
  if (keys.length === 0) throw new BrokenItem("missing_key:message.to");
  const customer = withContact(keys, context.contacts, context.wabaId);
  const sent = { ...message, id: echo.id, timestamp: echo.timestamp };
  return readAct(replyAsContext(sent), { customer, by: "business", source: context.source, sentFrom: otherApp(echo) });
}

/** A sent body names what it answers `context.message_id`, a webhook `context.id`. */
function replyAsContext(sent: Json): Json {
  const repliesTo = idAt(objectAt(sent, "context"), "message_id");
  return repliesTo === null ? sent : { ...sent, context: { id: repliesTo } };
}

export type HistoryContext = { wabaId: string; threadId: string | null; businessPhone: string | null };

/** A message of an imported history: by the customer of the thread, or by the business. */
export function readHistoryMessage(message: Json, { wabaId, threadId, businessPhone }: HistoryContext): ItemOutcome {
  const fromBusiness = businessPhone !== null && digits(idAt(message, "from")) === digits(businessPhone);
  const outbound = fromBusiness || idAt(message, "to") !== null || idAt(message, "to_user_id") !== null;
  const own = keysAt(message, outbound ? toFields : fromFields, wabaId);
  const keys = own.length > 0 || threadId === null ? own : [personKey(threadId, wabaId)];
  if (keys.length === 0) throw new BrokenItem(`missing_key:${outbound ? "to" : "from"}`);
  return readAct(message, { customer: { keys }, by: outbound ? "business" : "customer", source: "history" });
}

const digits = (text: string | null): string | null => text?.replace(/\D/g, "") ?? null;
