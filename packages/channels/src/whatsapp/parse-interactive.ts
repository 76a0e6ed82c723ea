import type { Content } from "@onethread/core";
import { eventTime } from "../meta/event-time.ts";
import { plainTree } from "../meta/plain-tree.ts";
import { idAt, isObject, type Json, objectAt, textAt } from "../meta/read-keys.ts";
import { sentInteractiveOf } from "./parse-sent.ts";

type Read = (reply: Json) => Content | null;

/**
 * Answers to interactive messages.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/interactive (2026)
 */
const replies = new Map<string, Read>([
  ["button_reply", (reply) => ({ kind: "button_reply", text: textAt(reply, "title"), ...payloadOf(idAt(reply, "id")) })],
  ["list_reply", listReply],
  ["nfm_reply", flowReply],
  ["call_permission_reply", callPermission],
  ["payment_method", paymentMethod],
  ["product", product],
]);

export function interactiveOf(body: Json | null): Content {
  const type = idAt(body, "type");
  if (body === null || type === null) return { kind: "unsupported", text: null, platformType: "interactive" };
  const reply = objectAt(body, type);
  const known = reply === null ? null : (replies.get(type)?.(reply) ?? null);
  // What was sent by the business has an action instead of a reply.
  if (known === null && objectAt(body, "action") !== null) return sentInteractiveOf(body, type);
  return known ?? { kind: "unsupported", text: textAt(reply, "title") ?? textAt(reply, "body"), platformType: type, ...payloadOf(idAt(reply, "id")) };
}

const payloadOf = (payload: string | null): { payload?: string } => (payload === null ? {} : { payload });

function listReply(reply: Json): Content {
  const description = textAt(reply, "description");
  return { kind: "list_reply", text: textAt(reply, "title"), ...payloadOf(idAt(reply, "id")), ...(description === null ? {} : { description }) };
}

/** A filled form or address. `response_json` is a text of JSON, but not always: it may not parse, or hold no object. */
function flowReply(reply: Json): Content {
  const answers = answersOf(textAt(reply, "response_json"));
  const { flow_token: token, ...fields } = answers ?? {};
  return {
    kind: "flow_reply",
    text: textAt(reply, "body"),
    ...payloadOf(typeof token === "string" && token !== "" ? token : null),
    form: { name: idAt(reply, "name"), fields: answers === null ? null : fields },
  };
}

function answersOf(text: string | null): Json | null {
  try {
    const tree = plainTree(JSON.parse(text ?? "null"));
    return isObject(tree) ? tree : null;
  } catch {
    return null;
  }
}

function callPermission(reply: Json): Content | null {
  const response = idAt(reply, "response");
  if (response === null) return null;
  const until = reply.is_permanent === true ? null : eventTime(reply.expiration_timestamp);
  const permission = { kind: "call", granted: response === "accept", until: until === null ? null : new Date(until).toISOString() };
  return { kind: "system_reply", text: null, permission };
}

/** The buyer agreed to pay with a stored card (Brazil): an intent, not a payment. */
function paymentMethod(reply: Json): Content {
  const payment = { method: idAt(reply, "payment_method"), reference: idAt(reply, "reference_id"), lastDigits: idAt(reply, "last_four_digits") };
  return { kind: "system_reply", text: null, payment };
}

/** Announced on 3 August 2026 without a sample: taken for what the keys of other product messages say. */
function product(reply: Json): Content | null {
  const id = idAt(reply, "product_retailer_id");
  if (id === null) return null;
  return { kind: "interactive", text: textAt(reply, "body"), product: { catalogId: idAt(reply, "catalog_id"), id, title: textAt(reply, "title") } };
}
