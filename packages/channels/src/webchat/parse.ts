import type {
  Content,
  IdentityKey,
  InboundAttachment,
  InboundEvent,
  ItemOutcome,
  MessageEvent,
  OccurrenceEvent,
  ParsedItem,
  Sender,
} from "@onethread/core";
import { attachment } from "../meta/attachment.ts";
import { events, failed, parsedItem, skipped } from "../meta/parsed-item.ts";
import {
  arrayAt,
  idAt,
  isObject,
  type Json,
  numberAt,
  objectAt,
  requireId,
  requireObject,
  requireText,
  requireTime,
  textAt,
} from "../meta/read-keys.ts";

/** Everything a stored body of web chat holds; `prefix` is where the body stands. See `render-body.ts` for its form. */
export const parseBody = (body: Json, prefix: string): ParsedItem[] =>
  arrayAt(body, "entry").flatMap((entry, index) => {
    const path = `${prefix}entry[${index}]`;
    if (!isObject(entry)) return [parsedItem({ path, account: null }, entry, () => failed("wrong_type:item"))];
    const key = idAt(entry, "id");
    const account = key === null ? null : { channel: "webchat" as const, externalId: key };
    const list = arrayAt(entry, "events");
    if (list.length === 0) return [parsedItem({ path, account }, entry, () => skipped("entry_empty"))];
    return list.map((raw, place) =>
      parsedItem({ path: `${path}.events[${place}]`, account }, raw, (event) =>
        key === null ? failed("missing_key:entry.id") : readEvent(event, key),
      ),
    );
  });

function readEvent(event: Json, key: string): ItemOutcome {
  const read = Object.hasOwn(readers, requireText(event, "kind")) ? readers[requireText(event, "kind")] : undefined;
  return read ? read(event, contextOf(event, key)) : skipped("event_unknown");
}

type Context = ReturnType<typeof contextOf>;

function contextOf(event: Json, key: string) {
  const visitor = requireObject(event, "visitor");
  const value = requireId(visitor, "id", "visitor.id");
  const name = textAt(visitor, "name");
  const me: IdentityKey = { kind: "visitor", scope: key, value };
  const signedAs = idAt(visitor, "externalId");
  const occurredAt = requireTime(event, "at");
  const customer: Sender = { keys: [me], ...(name ? { name } : {}) };
  // The page makes the id: another visitor's page may make the same one.
  const externalId = `${value}.${requireId(event, "id")}`;
  const link: InboundEvent[] = signedAs
    ? [{ type: "link", occurredAt, customer: { keys: [me] }, formerKeys: [{ kind: "external_id", scope: key, value: signedAs }] }]
    : [];
  return { occurredAt, customer, externalId, link };
}

const readers: Record<string, (event: Json, context: Context) => ItemOutcome> = {
  message: (event, context) => {
    const files = arrayAt(event, "files").flatMap((one) => (isObject(one) ? [readFile(one)] : []));
    const text = textAt(event, "text");
    if (text === null && files.length === 0) return failed("missing_key:text");
    return message(event, context, { kind: files[0]?.kind ?? "text", text } as Content, files);
  },
  choice: (event, context) => {
    const content = { kind: "button_reply" as const, text: requireText(event, "title"), payload: requireText(event, "payload") };
    return message(event, context, content);
  },
  form: (event, context) => {
    const fields = requireObject(event, "fields");
    // What was asked before the chat needs no title; what the page says by itself is told apart.
    const form = { name: textAt(event, "name") === "prechat" ? null : textAt(event, "name"), fields };
    const name = context.customer.name ?? textAt(fields, "name")?.trim();
    const customer = name ? { ...context.customer, name } : context.customer;
    return message(event, { ...context, customer }, { kind: "flow_reply", text: null, form }, [], claimsOf(event));
  },
  survey: (event, context) => {
    const score = numberAt(event, "score");
    return score === null ? failed("missing_key:score") : occurrence(context, "feedback", { feedback: score, comment: textAt(event, "comment") });
  },
  receipt: (event, { occurredAt }) => {
    const status = textAt(event, "status");
    const reached: "delivered" | "read" | null = status === "delivered" || status === "read" ? status : null;
    if (reached === null) return skipped("status_unknown");
    const targets = arrayAt(event, "targets").filter((one): one is string => typeof one === "string");
    return events(...targets.map((target) => ({ type: "status" as const, target, status: reached, occurredAt })));
  },
  identified: (event, context) => {
    const told = Object.entries(plain(objectAt(event, "facts"))).map(([name, value]) => `${name}: ${value}`);
    return occurrence(context, "visitor_identified", { facts: told.join(" · ") });
  },
  page: (event, context) => {
    const url = requireText(event, "url");
    return occurrence(context, "page_viewed", { url, title: textAt(event, "title") ?? url });
  },
  track: (event, context) => occurrence(context, "site_event", { ...plain(objectAt(event, "properties")), name: requireText(event, "name") }),
};

function message(
  event: Json,
  { occurredAt, customer, externalId, link }: Context,
  content: Content,
  attachments: InboundAttachment[] = [],
  claims: NonNullable<MessageEvent["claims"]> = [],
): ItemOutcome {
  const replyTo = textAt(event, "replyTo");
  const one: MessageEvent = {
    type: "message",
    direction: "inbound",
    externalId,
    occurredAt,
    source: "live",
    customer,
    content,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(claims.length > 0 ? { claims } : {}),
  };
  return events(...link, one);
}

const occurrence = ({ occurredAt, customer, externalId, link }: Context, name: OccurrenceEvent["name"], data: OccurrenceEvent["data"]): ItemOutcome =>
  events(...link, { type: "occurrence", name, externalId, occurredAt, source: "live", customer, data });

const claimsOf = (event: Json): NonNullable<MessageEvent["claims"]> =>
  arrayAt(event, "claims").flatMap((one) => {
    const [kind, value] = isObject(one) ? [textAt(one, "kind"), textAt(one, "value")] : [null, null];
    return value !== null && (kind === "email" || kind === "phone") ? [{ kind, value }] : [];
  });

const fileKinds = ["image", "video", "audio", "file"] as const;

/** The file is with us already: `media_id` is our own attachment's id. */
const readFile = (one: Json): InboundAttachment =>
  attachment(fileKinds.find((kind) => kind === textAt(one, "kind")) ?? "file", {
    source: { type: "media_id", id: requireId(one, "id", "files.id") },
    mime: textAt(one, "mime"),
    name: textAt(one, "name"),
  });

/** Plain values only; whatever else stands there is left out. */
const plain = (from: Json | null): OccurrenceEvent["data"] =>
  Object.fromEntries(
    Object.entries(from ?? {}).filter(
      (pair): pair is [string, string | number | boolean | null] => pair[1] === null || ["string", "number", "boolean"].includes(typeof pair[1]),
    ),
  );
