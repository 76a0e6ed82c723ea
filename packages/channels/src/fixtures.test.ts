import { readdirSync, readFileSync } from "node:fs";
import type { Content, IdentityKey, InboundAttachment, InboundEvent, MessageEvent, OccurrenceEvent, ParsedItem } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { parseJson } from "./meta/parse-json.ts";
import { parseWebhook } from "./parse-webhook.ts";

const folder = new URL("../fixtures/", import.meta.url);
const channels = ["whatsapp", "messenger", "instagram", "webchat"] as const;

type Expected = {
  messages: ExpectedMessage[];
  reactions?: { on: string; emoji?: string; action: "set" | "removed"; by: string }[];
  edits?: { target: string; new_text: string; num_edit: number }[];
  deletes?: { target: string; by: string }[];
  statuses?: { on: string; status: string; error?: number; participant?: string }[];
  identity?: { old?: string[]; new?: string[]; link?: string[] }[];
  control?: { event: string; to?: string; from?: string; by?: string; metadata?: string; to_role?: string; from_role?: string; summary?: string }[];
  system?: string[];
};
type ExpectedAttachment = {
  kind: string;
  provider_media_id?: string;
  id?: string;
  sticker_id?: string;
  title?: string;
  mime?: string;
  filename?: string;
  voice?: boolean;
  sticker?: boolean;
  animated?: boolean;
};
type ExpectedMessage = {
  id: string;
  dir: "in" | "out";
  type: string;
  author: string[];
  to?: string[];
  text: string | null;
  payload?: string | null;
  reply_to?: string;
  referral?: { source?: string; ref?: string; ad_id?: string; id?: string; headline?: string; ctwa_clid?: string; product?: string };
  flags?: string[];
  attachments?: ExpectedAttachment[];
  extra?: Record<string, unknown>;
};

const read = (path: string): Buffer => readFileSync(new URL(path, folder));
const bodies = channels.flatMap((channel) =>
  readdirSync(new URL(`${channel}/`, folder)).map((file) => ({ channel, name: file.replace(".json", "") })),
);
const expectedOf = Object.fromEntries(
  channels.map((channel) => [channel, JSON.parse(read(`expected/${channel}.json`).toString()) as Record<string, Expected>]),
);

function itemsOf(channel: string, name: string): ParsedItem[] {
  const parsed = parseWebhook(read(`${channel}/${name}.json`));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.items;
}
const eventsOf = (items: ParsedItem[]): InboundEvent[] => items.flatMap((item) => (item.outcome.kind === "events" ? item.outcome.events : []));

const prefixes: Partial<Record<IdentityKey["kind"], string>> = {
  wa_bsuid: "bsuid:",
  wa_bsuid_parent: "bsuid-parent:",
  wa_phone: "wa:",
  igsid: "igsid:",
  psid: "psid:",
  ig_commenter: "ig-commenter:",
  fb_user: "fbuser:",
  user_ref: "user_ref:",
  visitor: "visitor:",
  external_id: "external:",
};
const keyText = (key: IdentityKey): string =>
  `${prefixes[key.kind]}${key.kind === "psid" || key.kind === "igsid" ? `${key.scope}:` : ""}${key.value}`;
const keyTexts = (keys: readonly IdentityKey[] | undefined): string[] => (keys ?? []).map(keyText).toSorted();

describe.each(bodies)("$channel/$name", ({ channel, name }) => {
  const expected = expectedOf[channel]?.[name] as Expected;
  const items = itemsOf(channel, name);
  const events = eventsOf(items);
  const messages = events.filter((event) => event.type === "message");

  it("has an expectation", () => expect(expected).toBeDefined());

  it("gives exactly one item for each element, at its place", () => {
    const body = parseJson(read(`${channel}/${name}.json`))?.value;
    expect(items.map((item) => item.path).toSorted()).toEqual(elementPaths(body).toSorted());
    for (const item of items) expect(at(body, item.path)).toEqual(item.raw);
  });

  it("says what the expectation says", () => {
    for (const want of expected.messages) expectMessage(messages, want);
    const known = new Set(expected.messages.map((message) => message.id));
    const confirmsOrRepeats = /^(echo_of_own_send|echo_before_send|echo_own_app|account_not_ours|duplicate|unsend_before)/.test(name);
    const others = messages.filter((message) => !known.has(message.externalId) && !isSynthetic(message.externalId));
    if (!confirmsOrRepeats) expect(others).toEqual([]);
    expectChanges(events, expected);
  });

  it("fails only for poison", () => {
    const failures = items.filter((item) => item.outcome.kind === "failed");
    expect(failures.length).toBe(name.startsWith("poison") ? 1 : 0);
    for (const { outcome } of failures) expect(outcome).toMatchObject({ reason: expect.stringMatching(/^missing_key:/) });
  });
});

it("knows every expectation's body", () => {
  for (const channel of channels) {
    const names = bodies.filter((body) => body.channel === channel).map((body) => body.name);
    expect(Object.keys(expectedOf[channel] ?? {}).toSorted()).toEqual(names.toSorted());
  }
});

const isSynthetic = (id: string): boolean => /^(postback|order):[0-9a-f]{64}$/.test(id);

function expectMessage(messages: MessageEvent[], want: ExpectedMessage): void {
  const found = messages.find((message) => (want.id.startsWith("(") ? isSynthetic(message.externalId) : message.externalId === want.id));
  expect(found, want.id).toBeDefined();
  if (!found) return;
  expect(found.direction).toBe(want.dir === "in" ? "inbound" : "outbound");
  expect(found.content.kind).toBe(want.type);
  if (found.content.kind === "unsupported") expect(found.content.platformType).toMatch(/^[a-z_]+$/);
  else expect(found.content.platformType).toBeUndefined();
  expect(found.content.text).toBe(want.text);
  expect(found.content.payload).toBe(want.payload ?? undefined);
  expect(found.replyTo).toBe(want.reply_to);
  const keys = keyTexts(found.customer.keys);
  // A system item is written by the person's old address; a contact request adds the phone to the same person.
  if (want.type === "system") expect(keyTexts(found.formerKeys)).toEqual(want.author.toSorted());
  else if (want.type === "contacts") expect(keys).toEqual(expect.arrayContaining(want.author));
  else expect(keys).toEqual((want.dir === "in" ? want.author : (want.to ?? [])).toSorted());
  const flag = (want.flags ?? []).find((text) => text === "history" || text === "standby");
  expect(found.source).toBe(flag ?? "live");
  const forwarded = want.flags?.includes("forwarded") ? "once" : want.flags?.includes("frequently_forwarded") ? "often" : undefined;
  expect(found.content.forwarded).toBe(forwarded);
  if (want.flags?.includes("sent by other app")) expect(found.content.sentFrom).toMatch(/^(other_app|app:\d+)$/);
  expectReferral(found, want.referral);
  expectAttachments(found, want);
  for (const [key, value] of Object.entries(want.extra ?? {})) expectExtra(found, key, value);
}

function expectReferral({ referral }: MessageEvent, want: ExpectedMessage["referral"]): void {
  if (!want) {
    expect(referral).toBeUndefined();
    return;
  }
  const { source, ref, ad_id, id, headline, ctwa_clid, product } = want;
  if (source) expect(referral?.source).toBe(source);
  if (ref) expect(referral?.ref).toBe(ref);
  if (ad_id ?? id) expect(referral?.adId).toBe(ad_id ?? id);
  if (headline) expect(referral?.headline).toBe(headline);
  if (ctwa_clid) expect(referral?.clickId).toMatch(/^\S+$/);
  if (product) expect(referral?.productId).toBe(product);
}

/** Bodies whose file the expectation does not list: a placeholder's filling, and the story that is answered. */
const notListed = (want: ExpectedMessage): boolean => want.type === "story_reply" || (want.flags ?? []).includes("replaces placeholder");

function expectAttachments(found: MessageEvent, want: ExpectedMessage): void {
  const files = found.attachments ?? [];
  if (notListed(want)) {
    expect(files).toHaveLength(1);
    return;
  }
  const wanted = want.attachments ?? [];
  expect(files.map((file) => file.kind)).toEqual(wanted.map((one) => one.kind));
  for (const [index, one] of wanted.entries()) expectAttachment(files[index] as InboundAttachment, one, found);
}

const day = 24 * 60 * 60 * 1000;

function expectAttachment(file: InboundAttachment, want: ExpectedAttachment, { occurredAt }: MessageEvent): void {
  if (want.provider_media_id) {
    expect(file.source).toEqual({ type: "media_id", id: want.provider_media_id });
    expect(file.expiresAt).toBe(occurredAt + 7 * day);
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  } else if (file.kind !== "like_heart") expect(file.source).toMatchObject({ type: "url", url: expect.stringMatching(/^https:/) });
  if (want.id ?? want.sticker_id) expect(file.platformId).toBe(want.id ?? want.sticker_id);
  if (want.title) expect(file.title).toBe(want.title);
  expect(file.mime).toBe(want.mime ?? null);
  expect(file.name).toBe(want.filename ?? (file.kind === "file" ? file.name : null));
  expect(file.voice).toBe(want.voice ?? false);
  expect(file.sticker).toBe(want.sticker ?? want.sticker_id !== undefined);
  expect(file.animated).toBe(want.animated ?? false);
}

/** What the expectations say beside kind and text, by where we keep it. */
function expectExtra(found: MessageEvent, key: string, value: unknown): void {
  const { content } = found;
  const kept: Record<string, (content: Content) => unknown> = {
    lat: ({ location }) => location?.latitude,
    lng: ({ location }) => location?.longitude,
    name: ({ location, form }) => location?.name ?? form?.name,
    address: ({ location }) => location?.address,
    fields: ({ form }) => Object.keys(form?.fields ?? {}),
    payment_intent: ({ payment }) => payment?.reference,
    card: ({ payment }) => payment?.lastDigits,
    lines: ({ order }) => order?.lines.length,
    total: ({ order }) => (String(value).includes(" ") ? `${order?.total} ${order?.currency}` : order?.total),
    currency: ({ order }) => order?.currency,
    subtype: ({ platformType }) => platformType,
    error: ({ error }) => Number(error?.code),
    attachment_failed: ({ error }) => Number(error?.code),
    commands: ({ commands }) => commands,
    source: ({ sentFrom }) => sentFrom,
    template: ({ template }) => template?.type,
    title: ({ cards }) => cards?.[0]?.title,
    story_id: ({ story }) => story?.id,
    media: ({ comment }) => comment?.postId,
    post: ({ comment }) => comment?.postId,
    ad_id: ({ comment }) => comment?.adId,
    live: ({ comment }) => comment?.live,
    // Which account it came to is the item's, not the message's.
    channel: () => value,
  };
  expect(kept[key], `an expectation about ${key}`).toBeDefined();
  expect(kept[key]?.(content), key).toEqual(value);
}

function expectChanges(events: InboundEvent[], expected: Expected): void {
  const of = <T extends InboundEvent["type"]>(type: T) => events.filter((event): event is Extract<InboundEvent, { type: T }> => event.type === type);
  expect(of("reaction").map(({ target, emoji, customer }) => ({ target, emoji, by: keyTexts(customer.keys) }))).toEqual(
    (expected.reactions ?? []).map((want) => ({
      target: want.on,
      emoji: want.action === "removed" ? null : want.emoji,
      by: expect.arrayContaining([want.by]),
    })),
  );
  expect(of("edit").map(({ target, text, editNum }) => ({ target, new_text: text, num_edit: editNum }))).toEqual(expected.edits ?? []);
  expect(of("deletion").map(({ target, customer }) => ({ target, by: keyTexts(customer.keys) }))).toEqual(
    (expected.deletes ?? []).map((want) => ({ target: want.target, by: expect.arrayContaining([want.by]) })),
  );
  for (const want of expected.statuses ?? []) {
    const watermark = want.on.match(/≤ (?:watermark )?(\d+)/)?.[1];
    const status = want.status.replace(/ .*/, "");
    const found = watermark
      ? of("watermark").some((event) => event.status === status && event.watermark === Number(watermark))
      : [...of("status"), ...of("read_by_id").map((event) => ({ ...event, status: "read", error: undefined, participant: undefined }))].some(
          (event) =>
            event.target === want.on &&
            event.status === status &&
            (want.error === undefined || event.error?.code === String(want.error)) &&
            (want.participant === undefined || want.participant === `bsuid:${event.participant}`),
        );
    expect(found, `${want.status} on ${want.on}`).toBe(true);
  }
  for (const want of expected.identity ?? []) expectIdentity(events, want);
  for (const want of expected.control ?? []) expectControl(of("occurrence"), want);
  const told = of("account").length + of("occurrence").length;
  expect(told).toBeGreaterThanOrEqual((expected.system ?? []).length);
}

function expectControl(occurrences: OccurrenceEvent[], want: NonNullable<Expected["control"]>[number]): void {
  const found = occurrences.find(({ name }) => name === "thread_control");
  const words: Record<string, string> = { pass: "passed", request: "requested", control_passed: "passed" };
  expect(found?.data).toMatchObject({
    change: words[want.event],
    ...(want.to ? { toApp: want.to } : {}),
    ...(want.from ? { fromApp: want.from } : {}),
    ...(want.by ? { requestedBy: want.by } : {}),
    ...(want.metadata ? { metadata: want.metadata } : {}),
    ...(want.from_role ? { fromRole: want.from_role } : {}),
    ...(want.to_role ? { toRole: want.to_role } : {}),
    ...(want.summary ? { summary: expect.any(String) } : {}),
  });
  expect(found?.heldBy).toBe(want.to ?? want.to_role);
}

function expectIdentity(events: InboundEvent[], want: NonNullable<Expected["identity"]>[number]): void {
  // Account linking names no customer of ours: nothing to join yet.
  if (want.link?.includes("authorization_code")) return;
  const carriers = events.filter((event) => event.type === "message" || event.type === "link");
  const found = carriers.some((event) => {
    const keys = keyTexts(event.customer.keys);
    const former = keyTexts(event.formerKeys);
    if (want.link) return want.link.every((key) => matches([...keys, ...former], key));
    const oldFound = (want.old ?? []).every((key) => former.includes(key));
    return oldFound && (want.new ?? []).every((key) => keys.includes(key));
  });
  expect(found, JSON.stringify(want)).toBe(true);
}
const matches = (keys: string[], key: string): boolean => keys.includes(key);

/** The places of a body that are an element of their own, found without the parser. */
function elementPaths(body: unknown): string[] {
  const entries = (body as { entry: Record<string, unknown>[] }).entry;
  return entries.flatMap((entry, i) => {
    const path = `entry[${i}]`;
    const lists = (["messaging", "standby", "events"] as const).flatMap((key) =>
      ((entry[key] ?? []) as unknown[]).map((_, at) => `${path}.${key}[${at}]`),
    );
    if (!("changes" in entry)) return lists;
    const changes = entry.changes as { value: Record<string, unknown> }[];
    if ((body as { object: string }).object === "user") return [path];
    return [...lists, ...changes.flatMap((change, at) => changePaths(change.value, `${path}.changes[${at}]`))];
  });
}

const elementKeys = ["messages", "statuses", "message_echoes", "errors", "calls", "groups", "user_preferences", "user_id_update"];

function changePaths(value: Record<string, unknown>, path: string): string[] {
  const lists = (holder: Record<string, unknown>, at: string): string[] =>
    elementKeys.flatMap((key) => ((holder[key] ?? []) as unknown[]).map((_, index) => `${at}.${key}[${index}]`));
  const found = lists(value, `${path}.value`);
  if (value.standby) found.push(...lists(value.standby as Record<string, unknown>, `${path}.value.standby`));
  ((value.history ?? []) as { threads: Record<string, unknown>[] }[]).forEach((chunk, c) => {
    chunk.threads.forEach((thread, t) => {
      found.push(...lists(thread, `${path}.value.history[${c}].threads[${t}]`));
    });
  });
  return found.length === 0 ? [path] : found;
}

/** The value at a path such as `entry[0].changes[1].value`. */
const at = (body: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((step) => step !== "")
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], body);
