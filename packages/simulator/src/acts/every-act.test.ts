import { readFileSync } from "node:fs";
import { parseWebhook } from "@onethread/channels";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instagram, maya, messenger, TestBench, whatsapp } from "../test-bench.ts";
import { serialise } from "../wire/serialise.ts";

type Wire = Record<string, unknown>;
const accounts = { whatsapp: "66", messenger: "900", instagram: "800" } as const;
type Channel = keyof typeof accounts;

let bench: TestBench;
/** A message of the business to react to, and one with something to tap, for each channel. */
const sent: Record<string, string> = {};

beforeAll(async () => {
  bench = await TestBench.start();
  await bench.api("people", { ...maya, username: "maya.t" });
  for (const channel of Object.keys(accounts) as Channel[]) {
    sent[`${channel}:own`] = (await act(channel, { type: "text", text: "hello" })).externalId;
  }
  const idOf = async (response: Response): Promise<string> => {
    const body = (await response.json()) as { message_id?: string; messages?: { id: string }[] };
    return body.message_id ?? body.messages?.[0]?.id ?? "";
  };
  sent["whatsapp:text"] = await idOf(await bench.graph("66/messages", whatsapp("hi")));
  const interactive = (made: Wire) => ({ messaging_product: "whatsapp", to: "+447700900461", type: "interactive", interactive: made });
  const body = { text: "Which one?" };
  const rows = [{ id: "slot_3", title: "Thu 12 Nov", description: "Courier to your door" }];
  const flow = { flow_message_version: "3", flow_id: "1", flow_cta: "Open", flow_token: "t-1" };
  for (const [name, made] of Object.entries({
    button: { type: "button", body, action: { buttons: [{ type: "reply", reply: { id: "cancel", title: "Cancel it" } }] } },
    list: { type: "list", body, action: { button: "Choose", sections: [{ rows }] } },
    flow: { type: "flow", body, action: { name: "flow", parameters: flow } },
    address: { type: "address_message", body, action: { name: "address_message", parameters: { country: "IN" } } },
    contact: { type: "request_contact_info", body, action: { name: "request_contact_info" } },
    location: { type: "location_request_message", body, action: { name: "send_location" } },
    call: { type: "call_permission_request", body, action: { name: "call_permission_request" } },
    product: { type: "product", body, action: { catalog_id: "1", product_retailer_id: "COAT" } },
  })) {
    sent[`whatsapp:${name}`] = await idOf(await bench.graph("66/messages", interactive(made)));
  }
  const replies = { quick_replies: [{ content_type: "text", title: "Size M", payload: "M" }] };
  for (const [channel, account, make] of [
    ["messenger", "900", messenger],
    ["instagram", "800", instagram],
  ] as const) {
    const send = make("Which size?");
    sent[`${channel}:quick`] = await idOf(await bench.graph(`${account}/messages`, { ...send, message: { ...send.message, ...replies } }));
    const payload = { template_type: "button", text: "Buy?", buttons: [{ type: "postback", title: "Buy", payload: "BUY" }] };
    sent[`${channel}:button`] = await idOf(
      await bench.graph(`${account}/messages`, { ...send, message: { attachment: { type: "template", payload } } }),
    );
  }
});
afterAll(() => bench.close());

type Did = { externalId: string; body: Wire; error?: string };
const act = (channel: Channel, made: Wire, more: Wire = {}): Promise<Did> =>
  bench.api("acts", { personId: maya.id, accountId: accounts[channel], act: fill(channel, made), ...more });

/** `messageId: "own"` means the message remembered under that name. */
const fill = (channel: Channel, made: Wire): Wire =>
  typeof made.messageId === "string" ? { ...made, messageId: sent[`${channel}:${made.messageId}`] ?? made.messageId } : made;

/** channel, act, what the product makes of it, the sample body with the same keys, what is sent with it. */
type Row = [Channel, Wire, string, string | null, Wire?];
const item = { id: "COAT-M", quantity: 1, price: 189 };
const rows: Row[] = [
  ["whatsapp", { type: "text", text: "hi" }, "text", "text_basic"],
  ["whatsapp", { type: "text", text: "that one" }, "text", "text_reply_context", { replyTo: "text" }],
  ["whatsapp", { type: "text", text: "look" }, "text", "text_forwarded", { forwarded: "once" }],
  ["whatsapp", { type: "media", kind: "image", caption: "torn" }, "image", "image_with_caption"],
  ["whatsapp", { type: "media", kind: "voice" }, "voice", "audio_voice_note"],
  ["whatsapp", { type: "media", kind: "audio" }, "audio", "audio_voice_note"],
  ["whatsapp", { type: "media", kind: "video", caption: "see" }, "video", null],
  ["whatsapp", { type: "media", kind: "document", caption: "the bill" }, "file", "document_unicode_filename"],
  ["whatsapp", { type: "media", kind: "sticker" }, "sticker", "sticker_animated"],
  ["whatsapp", { type: "location", latitude: -37.8, longitude: 144.9 }, "location", "location_pin"],
  [
    "whatsapp",
    { type: "location", latitude: 1, longitude: 2, name: "Shop", address: "Lane 1", url: "https://a.example" },
    "location",
    "location_venue",
  ],
  ["whatsapp", { type: "contact", name: "Noa Berg", phone: "+447700900111" }, "contacts", null],
  ["whatsapp", { type: "tap", messageId: "contact", key: "c0" }, "contacts", "contact_request_answered"],
  ["whatsapp", { type: "tap", messageId: "button", key: "cancel" }, "button_reply", "interactive_button_reply"],
  ["whatsapp", { type: "tap", messageId: "list", key: "c0" }, "list_reply", "interactive_list_reply"],
  ["whatsapp", { type: "tap", messageId: "flow", key: "c0", values: { rating: "4" } }, "flow_reply", "interactive_flow_completion"],
  [
    "whatsapp",
    { type: "tap", messageId: "address", key: "c0", values: { city: "Bengaluru" } },
    "flow_reply|system_reply",
    "interactive_address_reply",
  ],
  ["whatsapp", { type: "tap", messageId: "location", key: "c0" }, "location", null],
  ["whatsapp", { type: "tap", messageId: "call", key: "accept" }, ".*", null],
  ["whatsapp", { type: "tap", messageId: "product", key: "c0" }, "order", null],
  ["whatsapp", { type: "order", items: [item], text: "gift" }, "order", "order_cart", { replyTo: "text" }],
  ["whatsapp", { type: "product_question", text: "in blue?", productId: "COAT-M" }, "text", null],
  ["whatsapp", { type: "from_ad", text: "hello" }, "text", "ctwa_referral_image_ad"],
  ["whatsapp", { type: "unsupported" }, "unsupported", "unsupported_with_subtype"],
  ["whatsapp", { type: "group_text", text: "all" }, "text", null],
  ["whatsapp", { type: "react", messageId: "text", emoji: "🙏" }, "reaction", "reaction_add"],
  ["whatsapp", { type: "react", messageId: "text", emoji: null }, "reaction", null],
  ["whatsapp", { type: "edit", messageId: "own", text: "hello!" }, "edit", null],
  ["whatsapp", { type: "delete", messageId: "own" }, "deletion", "message_revoke"],
  ["whatsapp", { type: "play", messageId: "text" }, "status", null],
  ["whatsapp", { type: "call" }, "call", "call_connect_user_initiated"],
  ["whatsapp", { type: "hang_up" }, "call", null],
  ["whatsapp", { type: "marketing", value: "stop" }, ".*", "user_preferences_stop_resume"],
  ["whatsapp", { type: "marketing", value: "resume" }, ".*", null],
  ["whatsapp", { type: "new_number", phone: "447700900533" }, ".*", "system_user_changed_number"],
  ["whatsapp", { type: "new_user_id" }, ".*", null],
  ["messenger", { type: "text", text: "hi" }, "text", "text_basic"],
  ["messenger", { type: "media", kind: "image" }, "image", "image"],
  ["messenger", { type: "media", kind: "video" }, "video", "video"],
  ["messenger", { type: "media", kind: "voice" }, "audio|voice", "audio_voice_clip"],
  ["messenger", { type: "media", kind: "document" }, "file", "file_encoded_name"],
  ["messenger", { type: "media", kind: "sticker" }, "sticker", null],
  ["messenger", { type: "location", latitude: 51.5, longitude: -0.1 }, "location", "location_legacy"],
  ["messenger", { type: "order", items: [item], text: "leave at door" }, "order", "order_cart_sent"],
  ["messenger", { type: "product_question", text: "how much?", productId: "1" }, "text|template", null],
  ["messenger", { type: "from_ad", text: "do you ship?" }, "text", null],
  ["messenger", { type: "share", what: "post" }, "share", "post_share"],
  ["messenger", { type: "share", what: "reel" }, "share", "reel_share"],
  ["messenger", { type: "unsupported" }, "unsupported", null],
  ["messenger", { type: "start" }, "postback", "postback_get_started"],
  ["messenger", { type: "start", ref: "flyer" }, "postback", "postback_with_referral"],
  ["messenger", { type: "referral", ref: "invoice" }, "referral", "referral_mme_existing_thread"],
  ["messenger", { type: "referral", ref: "ad", source: "ADS" }, "referral", null],
  ["messenger", { type: "tap", messageId: "quick", key: "q0" }, "button_reply", "quick_reply"],
  ["messenger", { type: "tap", messageId: "button", key: "c0" }, "postback", "postback_get_started"],
  ["messenger", { type: "comment", text: "price?" }, "comment", "feed_comment"],
  ["messenger", { type: "react", messageId: "button", emoji: "❤" }, "reaction", "reaction_add"],
  ["messenger", { type: "react", messageId: "button", emoji: null }, "reaction", null],
  ["messenger", { type: "edit", messageId: "own", text: "hello!" }, "edit", null],
  ["messenger", { type: "delete", messageId: "own" }, "deletion", "message_deleted"],
  ["messenger", { type: "marketing", value: "stop" }, ".*", null],
  ["instagram", { type: "text", text: "hi" }, "text", "text_basic"],
  ["instagram", { type: "media", kind: "image" }, "image", "image"],
  ["instagram", { type: "media", kind: "video" }, "video", "video"],
  ["instagram", { type: "media", kind: "voice" }, "audio|voice", "audio_voice"],
  ["instagram", { type: "story_reply", text: "love it" }, "story_reply", "story_reply"],
  ["instagram", { type: "story_mention" }, "story_mention", "story_mention"],
  ["instagram", { type: "share", what: "post", text: "this?" }, "share", "post_share_ig_post"],
  ["instagram", { type: "share", what: "reel" }, "share", null],
  ["instagram", { type: "share", what: "story" }, "share", "story_share"],
  ["instagram", { type: "heart" }, "sticker", "like_heart"],
  ["instagram", { type: "unsupported" }, "unsupported", "unsupported_attachment"],
  ["instagram", { type: "product_question", text: "how much?", productId: "7" }, "text", "message_with_product_referral"],
  ["instagram", { type: "from_ad", text: "hello" }, "text", null],
  ["instagram", { type: "start", title: "Opening hours", payload: "HOURS" }, "postback", "ice_breaker"],
  ["instagram", { type: "referral", ref: "bio" }, "referral", "referral_igme"],
  ["instagram", { type: "tap", messageId: "quick", key: "q0" }, "button_reply", "quick_reply"],
  ["instagram", { type: "tap", messageId: "button", key: "c0" }, "postback", null],
  ["instagram", { type: "comment", text: "price?", where: "ad" }, "comment", "comment_on_ad"],
  ["instagram", { type: "comment", text: "size?", where: "live" }, "comment", "live_comment"],
  ["instagram", { type: "react", messageId: "button", emoji: "🫶" }, "reaction", "reaction_add"],
  ["instagram", { type: "react", messageId: "button", emoji: null }, "reaction", "reaction_remove"],
  ["instagram", { type: "edit", messageId: "own", text: "hello!" }, "edit", null],
  ["instagram", { type: "delete", messageId: "own" }, "deletion", "message_unsent"],
];

describe("what a person does", () => {
  it.each(rows)("%s %j is understood as %s", async (channel, made, kind, sample, more = {}) => {
    const { body, error } = await act(channel, made, { ...more, ...(more.replyTo ? { replyTo: sent[`${channel}:${String(more.replyTo)}`] } : {}) });
    expect(error).toBeUndefined();
    const parsed = parseWebhook(Buffer.from(serialise(body)));
    if (!parsed.ok) throw new Error(parsed.reason);
    const outcomes = parsed.items.map(({ outcome }) => outcome);
    expect(outcomes.filter((one) => one.kind !== "events")).toEqual([]);
    const seen = outcomes.flatMap((one) => (one.kind === "events" ? one.events : [])).map((event) => wordOf(event as unknown as Wire));
    expect(seen.join(" ")).toMatch(new RegExp(`^(${kind})`));
    if (sample === null) return;
    const fixture = JSON.parse(readFileSync(new URL(`../../../channels/fixtures/${channel}/${sample}.json`, import.meta.url), "utf8")) as unknown;
    const [ours, theirs] = [keysOf(body), keysOf(fixture)];
    expect([...ours].filter((key) => !theirs.has(key) && !optional.test(key))).toEqual([]);
    expect([...theirs].filter((key) => !ours.has(key) && !optional.test(key))).toEqual([]);
  });

  it.each([
    ["whatsapp", { type: "story_mention" }],
    ["whatsapp", { type: "comment", text: "x" }],
    ["whatsapp", { type: "start" }],
    ["messenger", { type: "call" }],
    ["messenger", { type: "story_reply", text: "x" }],
    ["instagram", { type: "order", items: [item] }],
    ["instagram", { type: "location", latitude: 1, longitude: 2 }],
    ["instagram", { type: "new_number" }],
    ["whatsapp", { type: "tap", messageId: "text", key: "c0" }],
    ["whatsapp", { type: "edit", messageId: "text", text: "not mine" }],
  ] as const)("%s does not have %j", async (channel, made) => {
    expect(await act(channel, made)).toEqual({ error: expect.any(String) });
  });
});

const wordOf = (event: Wire): string =>
  event.type === "message" ? String((event.content as Wire).kind) : event.type === "occurrence" ? String(event.name) : String(event.type);

/** Keys that depend on the sender or come and go: profile names, spellings of the ad, ids in a form's answer. */
const optional =
  /\.(username|media_type|wa_id|from|user_id|voice|is_self_reply|metadata|parent_id|email|ad_title|original_media_id|frequently_forwarded|forwarded)$|entry\.time|\.timestamp$/;

/** Every path of keys; lists are their elements. */
function keysOf(value: unknown, path = ""): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...keysOf(one, path)]));
  if (typeof value !== "object" || value === null) return new Set(path === "" ? [] : [path]);
  return new Set(Object.entries(value).flatMap(([key, inner]) => [`${path}.${key}`, ...keysOf(inner, `${path}.${key}`)]));
}
