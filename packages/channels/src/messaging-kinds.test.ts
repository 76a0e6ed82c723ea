import type { InboundEvent, ItemOutcome } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { parseBody as parseInstagram } from "./instagram/index.ts";
import { parseBody as parseMessenger } from "./messenger/index.ts";

const at = 1793696400137;
const day = 24 * 60 * 60 * 1000;
const inbound = { sender: { id: "7" }, recipient: { id: "900" }, timestamp: at };
const outbound = { sender: { id: "900" }, recipient: { id: "7" }, timestamp: at };
type Parse = typeof parseMessenger;
const outcome = (parse: Parse, event: unknown, key = "messaging"): ItemOutcome | undefined =>
  parse({ entry: [{ id: "900", [key]: [event] }] }, "")[0]?.outcome;
function event(parse: Parse, raw: unknown, key?: string): InboundEvent {
  const found = outcome(parse, raw, key);
  if (found?.kind !== "events") throw new Error(JSON.stringify(found));
  return found.events[0] as InboundEvent;
}
const messenger = (message: Record<string, unknown>): InboundEvent => event(parseMessenger, { ...inbound, message: { mid: "m", ...message } });
const instagram = (message: Record<string, unknown>): InboundEvent => event(parseInstagram, { ...inbound, message: { mid: "m", ...message } });
const image = (url: string, more = {}) => ({ type: "image", payload: { url, ...more } });

describe("attachments", () => {
  it("make an album of several files", () => {
    const found = messenger({
      text: "both",
      attachments: [image("https://x.example/1"), { type: "video", payload: { url: "https://x.example/2" } }],
    });
    expect(found).toMatchObject({
      content: { kind: "image", text: "both" },
      attachments: [
        { kind: "image", source: { type: "url", url: "https://x.example/1" }, expiresAt: null },
        { kind: "video", source: { type: "url", url: "https://x.example/2" } },
      ],
    });
  });

  it.each(["ftp://x.example/1", "javascript:alert(1)", "", "file:///etc/passwd"])("are never fetched from %s", (url) =>
    expect(messenger({ attachments: [image(url)] })).toMatchObject({ content: { kind: "image" }, attachments: [{ source: null }] }),
  );

  it.each([
    ["only as a sticker", [{ type: "sticker", payload: { url: "https://x.example/s", sticker_id: 5 } }]],
    ["only as an image", [image("https://x.example/s", { sticker_id: 5 })]],
    ["as both", [image("https://x.example/s", { sticker_id: 5 }), { type: "sticker", payload: { url: "https://x.example/s", sticker_id: 5 } }]],
  ])("show a sticker once when it comes %s", (_, attachments) => {
    const found = messenger({ attachments });
    expect(found).toMatchObject({ content: { kind: "sticker", text: null } });
    expect(found.type === "message" && found.attachments).toMatchObject([{ kind: "image", sticker: true, platformId: "5" }]);
  });

  it("know an old sticker without a picture", () => expect(messenger({ sticker_id: 5 })).toMatchObject({ content: { kind: "sticker" } }));

  it("drop the legacy share beside a post", () => {
    const attachments = [
      { type: "share", payload: { url: "https://x.example/p" } },
      { type: "ig_post", payload: { url: "https://x.example/p", ig_post_media_id: "180", title: "Knit" } },
    ];
    const found = instagram({ attachments });
    expect(found).toMatchObject({ content: { kind: "share", share: { type: "ig_post", id: "180", title: "Knit", url: "https://x.example/p" } } });
    expect(found.type === "message" && found.attachments).toHaveLength(1);
    expect(instagram({ attachments: [attachments[0]] })).toMatchObject({
      content: { kind: "share", share: { type: "share" } },
      attachments: [{ kind: "share" }],
    });
  });

  it("end with their story", () => {
    const mention = instagram({ attachments: [{ type: "story_mention", payload: { url: "https://x.example/s" } }] });
    expect(mention).toMatchObject({ content: { kind: "story_mention" }, attachments: [{ kind: "story", expiresAt: at + day }] });
    const reply = instagram({ text: "nice", reply_to: { story: { id: "1", url: "https://x.example/s" } } });
    expect(reply).toMatchObject({
      content: { kind: "story_reply", story: { id: "1" } },
      attachments: [{ kind: "story", platformId: "1", expiresAt: at + day }],
    });
    const gone = instagram({ text: "nice", reply_to: { story: { id: "1" } } });
    expect(gone).not.toHaveProperty("attachments");
  });

  it.each([
    [
      "a link with its preview",
      { text: "https://x.example", attachments: [{ type: "fallback", title: "Shop", url: "https://x.example", payload: null }] },
      "text",
    ],
    ["a link alone", { attachments: [{ type: "fallback", payload: { url: "https://x.example", title: "Shop" } }] }, "share"],
  ])("read %s", (_, message, kind) =>
    expect(messenger(message)).toMatchObject({
      content: { kind, share: { type: "fallback", title: "Shop", url: "https://x.example" } },
      attachments: [{ kind: "fallback", title: "Shop" }],
    }),
  );

  it("read an appointment", () => {
    const payload = { booking_id: 12, status: "confirmed", start_time: 1793700000, end_time: 1793703600, timezone: "Europe/Berlin" };
    expect(messenger({ attachments: [{ type: "appointment_booking", payload }] })).toMatchObject({
      content: {
        kind: "appointment",
        appointment: {
          id: "12",
          status: "confirmed",
          startsAt: "2026-11-03T10:00:00.000Z",
          endsAt: "2026-11-03T11:00:00.000Z",
          timeZone: "Europe/Berlin",
        },
      },
    });
  });

  it("read the product somebody asks about", () => {
    const elements = [{ id: "9", retailer_id: "JMP", image_url: "https://x.example/j", title: "Jumper", subtitle: "€60" }];
    const found = instagram({ text: "M?", attachments: [{ type: "template", payload: { product: { elements } } }] });
    expect(found).toMatchObject({
      content: {
        kind: "template",
        text: "M?",
        template: { type: "product" },
        product: { id: "JMP", title: "Jumper" },
        cards: [{ title: "Jumper", text: "€60", imageUrl: "https://x.example/j", buttons: [] }],
      },
    });
    expect(found).not.toHaveProperty("attachments");
  });

  it("keep the buttons of a sent template", () => {
    const payload = {
      template_type: "button",
      text: "Which?",
      buttons: [
        { type: "web_url", title: "Shop", url: "https://x.example" },
        { type: "postback", title: "Help", payload: "HELP" },
        { type: "game_play", title: "Play" },
      ],
    };
    const found = event(parseMessenger, { ...outbound, message: { mid: "m", is_echo: true, attachments: [{ type: "template", payload }] } });
    expect(found).toMatchObject({
      direction: "outbound",
      content: {
        kind: "template",
        cards: [{ text: "Which?", buttons: [{ kind: "url", url: "https://x.example" }, { kind: "postback", payload: "HELP" }, { kind: "other" }] }],
      },
    });
  });

  it.each([
    [{ is_unsupported: true }, "unsupported"],
    [{ attachments: [{ type: "hologram", payload: {} }] }, "hologram"],
    [{ attachments: [{}] }, "attachment"],
    [{}, "unknown"],
  ])("%o is a labelled item", (message, platformType) =>
    expect(instagram(message)).toMatchObject({ content: { kind: "unsupported", platformType } }),
  );
});

describe("who answered", () => {
  const echo = (message: Record<string, unknown>, key?: string): InboundEvent =>
    event(parseMessenger, { ...outbound, message: { mid: "m", text: "x", is_echo: true, ...message } }, key);

  it.each([
    [{ app_id: 26390203743090 }, "messaging", "page_inbox"],
    [{ app_id: "263902037430900" }, "messaging", "page_inbox"],
    [{ app_id: 4177 }, "messaging", "app:4177"],
    [{}, "messaging", undefined],
    [{}, "standby", "other_app"],
    [{ app_id: 4177 }, "standby", "app:4177"],
  ])("%o in %s: %s", (message, key, sentFrom) => {
    const found = echo(message, key);
    expect(found.type === "message" && found.content.sentFrom).toBe(sentFrom);
  });
});

describe("occurrences", () => {
  const marketing = {
    type: "notification_messages",
    title: "Offers",
    notification_messages_token: "secret",
    notification_messages_frequency: "WEEKLY",
  };

  it.each([
    [{ ...marketing }, true],
    [{ ...marketing, notification_messages_status: "RESUME NOTIFICATIONS" }, true],
    [{ ...marketing, notification_messages_status: "STOP NOTIFICATIONS" }, false],
  ])("%o", (optin, granted) => {
    for (const parse of [parseMessenger, parseInstagram]) {
      const found = event(parse, { ...inbound, optin });
      expect(found).toMatchObject({ name: "consent", consent: { category: "marketing", granted }, data: { topic: "Offers", frequency: "WEEKLY" } });
      expect(JSON.stringify(found)).not.toContain("secret");
    }
  });

  it("know a guest who opted in", () => {
    expect(event(parseMessenger, { recipient: { id: "900" }, timestamp: at, optin: { ref: "r", user_ref: "u1" } })).toMatchObject({
      name: "guest_opted_in",
      customer: { keys: [{ kind: "user_ref", scope: "900", value: "u1" }] },
      data: { ref: "r" },
    });
    expect(outcome(parseMessenger, { timestamp: at, optin: { ref: "r" } })).toEqual({ kind: "failed", reason: "missing_key:sender.id" });
  });

  it.each([
    [
      { pass_thread_control: { previous_owner_app_id: 1, new_owner_app_id: 2, metadata: "m" } },
      { change: "passed", fromApp: "1", toApp: "2", metadata: "m" },
      "2",
    ],
    [{ take_thread_control: { previous_owner_app_id: 1, metadata: "m" } }, { change: "taken", fromApp: "1", toApp: null }, undefined],
    [{ request_thread_control: { requested_owner_app_id: 3 } }, { change: "requested", requestedBy: "3" }, undefined],
  ])("%o", (control, data, heldBy) => {
    for (const parse of [parseMessenger, parseInstagram]) {
      const found = event(parse, { ...inbound, ...control });
      expect(found).toMatchObject({ name: "thread_control", data });
      expect(found.type === "occurrence" && found.heldBy).toBe(heldBy);
    }
  });

  it.each([
    [{ account_linking: { status: "linked", authorization_code: "secret" } }, "account_linked", { status: "linked" }],
    [{ response_feedback: { feedback: "GOOD_RESPONSE", mid: "m1" } }, "feedback", { feedback: "GOOD_RESPONSE", target: "m1" }],
    [
      { messaging_feedback: { feedback_screens: [{ questions: { q1: { type: "CSAT", payload: "4", follow_up: { payload: "fast" } } } }] } },
      "feedback",
      { feedback: "4", scale: "CSAT", comment: "fast" },
    ],
  ])("%o", (raw, name, data) => {
    const found = event(parseMessenger, { ...inbound, ...raw });
    expect(found).toMatchObject({ type: "occurrence", name, data, customer: { keys: [{ value: "7" }] } });
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  it("of one thing have one id", () => {
    const id = (raw: unknown): string => (event(parseMessenger, raw) as { externalId: string }).externalId;
    const linked = { ...inbound, account_linking: { status: "linked" } };
    expect(id(linked)).toBe(id(structuredClone(linked)));
    expect(id(linked)).not.toBe(id({ ...linked, timestamp: at + 1 }));
    expect(id(linked)).not.toBe(id({ ...linked, account_linking: { status: "unlinked" } }));
  });
});

describe("around a message", () => {
  it("keeps all that is told about the ad", () => {
    const referral = {
      ad_id: "1",
      source: "ADS",
      ads_context_data: { ad_title: "Wood", photo_url: "https://x.example/a", post_id: "p", product_id: "q" },
    };
    expect(messenger({ text: "hi", referral })).toMatchObject({
      referral: { adId: "1", headline: "Wood", imageUrl: "https://x.example/a", postId: "p", productId: "q", clickId: null },
    });
    expect(instagram({ text: "hi", referral: { product: { id: "q" } } })).toMatchObject({
      referral: { productId: "q" },
      content: { kind: "text", product: { id: "q" } },
    });
  });

  it("finds a token in a quick reply's payload", () => {
    expect(messenger({ text: "Go on", quick_reply: { payload: "ot-0123456789abcdef" } })).toMatchObject({
      token: "ot-0123456789abcdef",
      content: { kind: "button_reply" },
    });
  });

  it("reads the cart of a Page's shop", () => {
    const products = [
      { product_id: "1", retailer_id: "S", name: "Shelf", unit_price: 0.1, currency: "EUR", quantity: 3 },
      { product_id: "2", unit_price: "89", currency: "EUR" },
    ];
    expect(event(parseMessenger, { ...inbound, order: { products, note: "door" } })).toMatchObject({
      content: {
        kind: "order",
        text: "door",
        order: {
          total: "89.30",
          currency: "EUR",
          lines: [
            { productId: "S", title: "Shelf", quantity: 3, unitPrice: "0.10" },
            { productId: "2", quantity: 1 },
          ],
        },
      },
    });
  });

  it("tells a comment's place", () => {
    const comment = (field: string, value: Record<string, unknown>) => {
      const changes = [{ field, value: { id: "c", from: { id: "5" }, text: "?", ...value } }];
      return parseInstagram({ entry: [{ id: "900", time: 1793696480, changes }] }, "")[0]?.outcome;
    };
    expect(comment("comments", { parent_id: "c0", media: { id: "m", media_product_type: "REELS" } })).toMatchObject({
      events: [{ content: { kind: "comment", comment: { postId: "m", parentId: "c0", place: "reels", adId: null, live: false } } }],
    });
    expect(comment("live_comments", {})).toMatchObject({ events: [{ content: { comment: { postId: null, live: true } } }] });
  });

  it("keeps a photo under a Page's post", () => {
    const value = {
      item: "comment",
      verb: "add",
      comment_id: "1_2",
      post_id: "9_1",
      parent_id: "1_1",
      created_time: 1793696489,
      from: { id: "24" },
      photo: "https://x.example/p",
    };
    const [item] = parseMessenger({ entry: [{ id: "900", time: 1793696490, changes: [{ field: "feed", value }] }] }, "");
    expect(item?.outcome).toMatchObject({
      events: [
        { content: { kind: "comment", text: null, comment: { postId: "9_1", parentId: "1_1", place: "feed" } }, attachments: [{ kind: "image" }] },
      ],
    });
  });
});
