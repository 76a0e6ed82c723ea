import type { Content } from "@onethread/core";
import { errorText } from "../meta/graph-error.ts";
import { arrayAt, idAt, isObject, type Json, numberAt, objectAt, requireObject, requireText, textAt } from "../meta/read-keys.ts";
import type { Said } from "../meta/said.ts";
import { contactsOf } from "./parse-contacts.ts";
import { interactiveOf } from "./parse-interactive.ts";
import { isMediaType, mediaOf } from "./parse-media.ts";
import { orderContent } from "./parse-order.ts";
import { sentTemplateOf } from "./parse-sent.ts";

/** What a message says and what hangs on it. A type that is not known keeps its name and the words it carries. */
export function contentOf(message: Json, type: string, occurredAt: number): Said {
  const { content, attachments } = bodyOf(message, type, occurredAt);
  const error = errorOf(message);
  const group = idAt(message, "group_id");
  return {
    content: { ...content, ...contextOf(message), ...(error ? { error } : {}), ...(group === null ? {} : { group }) },
    attachments: error ? [] : attachments,
  };
}

function bodyOf(message: Json, type: string, occurredAt: number): Said {
  if (isMediaType(type)) return mediaOf(objectAt(message, type), type, occurredAt);
  const only = (content: Content): Said => ({ content, attachments: [] });
  switch (type) {
    case "text":
      return only({ kind: "text", text: requireText(requireObject(message, "text"), "body", "text.body") });
    case "media_placeholder":
      return only({ kind: "media_placeholder", text: null });
    case "location":
      return only(locationOf(objectAt(message, "location")));
    case "contacts":
      return only(contactsOf(arrayAt(message, "contacts")));
    case "button":
      return only(buttonOf(objectAt(message, "button")));
    case "interactive":
      return only(interactiveOf(objectAt(message, "interactive")));
    case "order":
      return only(orderContent(objectAt(message, "order")));
    case "template":
      return only(sentTemplateOf(objectAt(message, "template")));
    default:
      return only(unknownOf(objectAt(message, type), type));
  }
}

const unsupported = (platformType: string, text: string | null = null): Content => ({ kind: "unsupported", text, platformType });

function unknownOf(body: Json | null, type: string): Content {
  if (type === "unsupported") return unsupported(textAt(body, "type") ?? "unsupported");
  return unsupported(type, textAt(body, "caption") ?? textAt(body, "text") ?? textAt(body, "body"));
}

/** A shared place has a name, but that is its own, not what the customer wrote. */
function locationOf(place: Json | null): Content {
  const latitude = numberAt(place, "latitude");
  const longitude = numberAt(place, "longitude");
  if (latitude === null || longitude === null) return unsupported("location");
  const location = { latitude, longitude, name: idAt(place, "name"), address: idAt(place, "address"), url: idAt(place, "url") };
  return { kind: "location", text: null, location };
}

function buttonOf(button: Json | null): Content {
  if (button === null) return unsupported("button");
  const payload = textAt(button, "payload");
  return { kind: "button_reply", text: textAt(button, "text"), ...(payload === null ? {} : { payload }) };
}

/** Forwarded, and which product of the catalogue a question is about. */
function contextOf(message: Json): Partial<Content> {
  const context = objectAt(message, "context");
  const forwarded = context?.frequently_forwarded === true ? "often" : context?.forwarded === true ? "once" : null;
  const product = objectAt(context, "referred_product");
  return {
    ...(forwarded === null ? {} : { forwarded }),
    ...(product === null ? {} : { product: { catalogId: idAt(product, "catalog_id"), id: idAt(product, "product_retailer_id"), title: null } }),
  };
}

/** The platform could not take over the message or its file. */
function errorOf(message: Json): Content["error"] {
  const error = arrayAt(message, "errors").find(isObject);
  return error === undefined ? undefined : { code: idAt(error, "code") ?? "unknown", message: errorText(error) };
}
