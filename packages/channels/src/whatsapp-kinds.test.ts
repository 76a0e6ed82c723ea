import type { InboundEvent, ItemOutcome } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { parseBody } from "./whatsapp/index.ts";

const metadata = { display_phone_number: "+44 20 7946 0182", phone_number_id: "66" };
function outcome(value: Record<string, unknown>, field = "messages"): ItemOutcome | undefined {
  const changes = [{ field, value: { metadata, ...value } }];
  return parseBody({ object: "whatsapp_business_account", entry: [{ id: "55", time: 1793696500, changes }] }, "")[0]?.outcome;
}
function event(value: Record<string, unknown>, field?: string): InboundEvent {
  const found = outcome(value, field);
  if (found?.kind !== "events") throw new Error(JSON.stringify(found));
  return found.events[0] as InboundEvent;
}
const base = { from: "447700900461", id: "wamid.1", timestamp: "1793696400" };
const occurredAt = 1793696400000;
const day = 24 * 60 * 60 * 1000;
const message = (body: Record<string, unknown>): InboundEvent => event({ messages: [{ ...base, ...body }] });
const sha = "O/wmlZTvZJIo6adLqwDwQu/JHVrMb77jGjgugNQjiP4=";

describe("files", () => {
  it("have the platform's id, which lives 7 days, and a checksum in hex", () => {
    const video = { id: 77, mime_type: "video/mp4", sha256: sha, url: "https://lookaside.fbsbx.com/x", caption: "look" };
    expect(message({ type: "video", video })).toMatchObject({
      content: { kind: "video", text: "look" },
      attachments: [
        {
          kind: "video",
          source: { type: "media_id", id: "77" },
          mime: "video/mp4",
          sha256: Buffer.from(sha, "base64").toString("hex"),
          expiresAt: occurredAt + 7 * day,
        },
      ],
    });
  });

  it.each([
    [{ type: "audio", audio: { id: "1" } }, "audio", { kind: "audio", voice: false, sha256: null }],
    [{ type: "audio", audio: { id: "1", voice: true } }, "voice", { kind: "audio", voice: true }],
    [{ type: "sticker", sticker: { id: "1", sha256: "short" } }, "sticker", { kind: "image", sticker: true, animated: false, sha256: null }],
    [{ type: "document", document: { id: "1", filename: "a.pdf" } }, "file", { kind: "file", name: "a.pdf" }],
    [{ type: "image", image: { mime_type: "image/png" } }, "image", { kind: "image", source: null, expiresAt: null }],
  ])("%o", (body, kind, file) => expect(message(body)).toMatchObject({ content: { kind, text: null }, attachments: [file] }));

  it("are not awaited when the platform could not fetch them", () => {
    const errors = [{ code: 131052, title: "Media download error", error_data: { details: "too large" } }];
    const found = message({ type: "video", video: { id: "1", caption: "see" }, errors });
    expect(found).toMatchObject({ content: { kind: "video", text: "see", error: { code: "131052", message: "too large" } } });
    expect(found).not.toHaveProperty("attachments");
  });
});

describe("cards and places", () => {
  it("reads a whole card", () => {
    const card = {
      name: { formatted_name: "Ana Ruiz", first_name: "Ana" },
      org: { company: "Lamps Ltd" },
      birthday: "1990-02-03",
      phones: [{ phone: "+34 600", type: "CELL", wa_id: "34600" }, { type: "HOME" }],
      emails: [{ email: "ana@example.com", type: "WORK" }],
      addresses: [{ street: "1 Calle", zip: "28001", city: "Madrid" }, {}],
      urls: [{ url: "https://example.com" }],
    };
    expect(message({ type: "contacts", contacts: [card] })).toMatchObject({
      content: {
        kind: "contacts",
        text: null,
        contacts: [
          {
            name: "Ana Ruiz",
            organisation: "Lamps Ltd",
            birthday: "1990-02-03",
            phones: [{ number: "+34 600", type: "CELL", whatsapp: "34600" }],
            emails: [{ address: "ana@example.com", type: "WORK" }],
            addresses: ["1 Calle, 28001, Madrid"],
            urls: ["https://example.com"],
          },
        ],
      },
    });
  });

  it("reads a card that is only a vCard", () => {
    const vcard = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Li\r\nitem1.TEL;type=CELL:+86 10\r\nEMAIL:bo@example.com\r\nEND:VCARD";
    const found = message({ type: "contacts", contacts: [{ origin: "other", vcard }] });
    expect(found).toMatchObject({
      content: { contacts: [{ name: "Bo Li", phones: [{ number: "+86 10", type: null, whatsapp: null }], emails: [{ address: "bo@example.com" }] }] },
      customer: { keys: [{ value: "447700900461" }] },
    });
  });

  it("says when there is no place in a location", () => {
    expect(message({ type: "location", location: { latitude: "north" } })).toMatchObject({
      content: { kind: "unsupported", platformType: "location" },
    });
    expect(message({ type: "location", location: { latitude: "1.5", longitude: 2 } })).toMatchObject({
      content: { location: { latitude: 1.5, longitude: 2 } },
    });
  });
});

describe("answers", () => {
  const interactive = (type: string, reply: unknown): InboundEvent => message({ type: "interactive", interactive: { type, [type]: reply } });

  it.each([
    ["list_reply", { id: "s3", title: "Thu", description: "14–16" }, { kind: "list_reply", text: "Thu", payload: "s3", description: "14–16" }],
    [
      "call_permission_reply",
      { response: "accept", expiration_timestamp: 1793696500, response_source: "user_action" },
      { kind: "system_reply", text: null, permission: { kind: "call", granted: true, until: "2026-11-03T09:01:40.000Z" } },
    ],
    [
      "call_permission_reply",
      { response: "accept", is_permanent: true, expiration_timestamp: 1793696500 },
      { kind: "system_reply", text: null, permission: { kind: "call", granted: true, until: null } },
    ],
    [
      "call_permission_reply",
      { response: "reject" },
      { kind: "system_reply", text: null, permission: { kind: "call", granted: false, until: null } },
    ],
    [
      "nfm_reply",
      { name: "flow", body: "Sent", response_json: '{"flow_token":"t1","__proto__":{"a":1},"size":"M"}' },
      { kind: "flow_reply", text: "Sent", payload: "t1", form: { name: "flow", fields: { size: "M" } } },
    ],
    [
      "nfm_reply",
      { name: "flow", body: "Sent", response_json: "not json" },
      { kind: "flow_reply", text: "Sent", form: { name: "flow", fields: null } },
    ],
    ["nfm_reply", { name: "flow", response_json: "[1]" }, { kind: "flow_reply", text: null, form: { name: "flow", fields: null } }],
    [
      "nfm_reply",
      { name: "flow", response_json: `{"a":${"[".repeat(5000)}${"]".repeat(5000)}}` },
      { kind: "flow_reply", text: null, form: { name: "flow", fields: null } },
    ],
    [
      "product",
      { catalog_id: "9", product_retailer_id: "LAMP" },
      { kind: "interactive", text: null, product: { catalogId: "9", id: "LAMP", title: null } },
    ],
    ["hologram_reply", { id: "x", title: "Wave" }, { kind: "unsupported", platformType: "hologram_reply", text: "Wave", payload: "x" }],
  ])("%s %o", (type, reply, content) => expect(interactive(type, reply)).toHaveProperty("content", content));

  it("finds a token in a button's payload", () => {
    const found = message({ type: "button", button: { text: "Go on", payload: "ot-0123456789abcdef" } });
    expect(found).toMatchObject({ token: "ot-0123456789abcdef" });
  });
});

describe("orders", () => {
  const order = (items: unknown[]): unknown => {
    const found = message({ type: "order", order: { catalog_id: "6", product_items: items } });
    return found.type === "message" ? found.content.order : undefined;
  };
  const line = (price: unknown, currency: string | null, quantity: unknown = 1) => ({
    product_retailer_id: "A",
    quantity,
    item_price: price,
    currency,
  });

  it("adds exactly", () => {
    expect(order([line(0.1, "EUR"), line(0.2, "EUR"), line("19.99", "EUR", 3)])).toMatchObject({ total: "60.27", currency: "EUR" });
    expect(order([line(1200, "JPY", "2")])).toMatchObject({ total: "2400", lines: [{ unitPrice: "1200", quantity: 2 }] });
  });

  it.each([
    ["a price is missing", [line(1, "EUR"), line(null, "EUR")], "EUR"],
    ["currencies differ", [line(1, "EUR"), line(1, "GBP")], null],
    ["there is no currency", [line(1, null)], null],
    ["nothing is in it", [], null],
  ])("has no total when %s", (_, items, currency) => expect(order(items)).toMatchObject({ total: null, currency }));
});

describe("around a message", () => {
  it("keeps the product, the forwarding and the group", () => {
    const context = { frequently_forwarded: true, referred_product: { catalog_id: "6", product_retailer_id: "LAMP" } };
    expect(message({ type: "text", text: { body: "this?" }, context, group_id: "G1" })).toMatchObject({
      group: "G1",
      content: { kind: "text", forwarded: "often", product: { catalogId: "6", id: "LAMP", title: null }, group: "G1" },
    });
  });

  it("keeps all that is told about the ad or post", () => {
    const referral = {
      source_type: "post",
      source_id: "p1",
      source_url: "https://fb.me/x",
      headline: "Lamps",
      body: "Reserve",
      thumbnail_url: "https://example.com/t.jpg",
      ref: "r",
    };
    expect(message({ type: "text", text: { body: "hi" }, referral })).toMatchObject({
      referral: {
        source: "post",
        ref: "r",
        adId: null,
        postId: "p1",
        headline: "Lamps",
        url: "https://fb.me/x",
        body: "Reserve",
        clickId: null,
        imageUrl: "https://example.com/t.jpg",
      },
    });
  });

  it("names the notice of a system item", () => {
    const system = { type: "user_changed_number", body: "changed", wa_id: "447700900533" };
    expect(message({ type: "system", system })).toMatchObject({ content: { kind: "system", notice: "user_changed_number" } });
  });

  it("says from where the business answered", () => {
    const echo = { from: "44207946", to: "447700900461", id: "wamid.9", timestamp: "1793696400", type: "text", text: { body: "hi" } };
    expect(event({ message_echoes: [echo] }, "smb_message_echoes")).toMatchObject({ content: { sentFrom: "phone_app" } });
    expect(event({ standby: { message_echoes: [{ ...echo, app_id: 7 }] } }, "standby")).toMatchObject({ content: { sentFrom: "app:7" } });
  });

  it("reads what another app sent", () => {
    const sent = (message: Record<string, unknown>): InboundEvent =>
      event({ standby: { message_echoes: [{ id: "wamid.9", timestamp: "1793696400", message: { to: "447700900461", ...message } }] } }, "standby");
    expect(sent({ type: "template", template: { name: "slot", language: { code: "de" } } })).toMatchObject({
      content: { kind: "template", text: null, template: { type: null, name: "slot", language: "de" }, sentFrom: "other_app" },
    });
    const list = {
      type: "list",
      header: { type: "text", text: "Slots" },
      body: { text: "When?" },
      footer: { text: "Reply" },
      action: { button: "Choose", sections: [{ rows: [{ id: "1", title: "Thu" }] }] },
    };
    expect(sent({ type: "interactive", interactive: list })).toMatchObject({
      content: {
        kind: "interactive",
        text: "When?",
        template: { type: "list" },
        cards: [{ title: "Slots", text: "When?", footer: "Reply", buttons: [{ kind: "reply", title: "Thu", payload: "1", url: null }] }],
      },
    });
    const link = {
      type: "cta_url",
      body: { text: "Pay" },
      action: { name: "cta_url", parameters: { display_text: "Open", url: "https://x.example" } },
    };
    expect(sent({ type: "interactive", interactive: link })).toMatchObject({
      content: { cards: [{ url: "https://x.example", buttons: [{ kind: "url", title: "Open", url: "https://x.example" }] }] },
    });
    expect(sent({ type: "image", image: { link: "https://x.example/a.png" } })).toMatchObject({
      attachments: [{ source: { type: "url", url: "https://x.example/a.png" }, expiresAt: null }],
    });
  });
});

describe("calls", () => {
  const call = (more: Record<string, unknown>): InboundEvent =>
    event(
      { calls: [{ id: "wacid.1", from: "447700900461", to: "442079460182", timestamp: "1793696400", direction: "USER_INITIATED", ...more }] },
      "calls",
    );

  it("are one item, whose end tells how they went", () => {
    const begun = call({ event: "connect", session: { sdp: "v=0" } });
    expect(begun).toMatchObject({ type: "occurrence", name: "call", externalId: "wacid.1", opensWindow: true, data: { direction: "inbound" } });
    expect(begun).toHaveProperty("data", { direction: "inbound" });
    const ended = call({
      event: "terminate",
      status: "COMPLETED",
      start_time: "1793696410",
      end_time: "1793696470",
      duration: 60,
      timestamp: "1793696471",
    });
    expect(ended).toMatchObject({
      externalId: "wacid.1",
      occurredAt: 1793696410000,
      opensWindow: true,
      data: { direction: "inbound", durationSeconds: 60, status: "completed", endedAt: "2026-11-03T09:01:10.000Z" },
    });
  });

  it("tell a missed call by its missing length", () => {
    expect(call({ event: "terminate", status: "FAILED" })).toMatchObject({ data: { durationSeconds: null, status: "failed" } });
  });

  it("by the business open no window", () => {
    const ours = call({ event: "connect", direction: "BUSINESS_INITIATED", from: "442079460182", to: "447700900461" });
    expect(ours).toMatchObject({ customer: { keys: [{ value: "447700900461" }] }, data: { direction: "outbound" } });
    expect(ours).not.toHaveProperty("opensWindow");
    const ringing = { id: "wacid.1", type: "call", status: "RINGING", timestamp: "1793696399", recipient_id: "447700900461" };
    expect(event({ statuses: [ringing] }, "calls")).toMatchObject({ name: "call", externalId: "wacid.1", data: { direction: "outbound" } });
  });
});

describe("what customers decide and who holds their thread", () => {
  const preference = (more: Record<string, unknown>): InboundEvent =>
    event(
      { user_preferences: [{ wa_id: "447700900461", category: "marketing_messages", value: "stop", timestamp: 1793696400, ...more }] },
      "user_preferences",
    );

  it.each([
    ["stop", { category: "marketing", granted: false }],
    ["resume", { category: "marketing", granted: true }],
    ["signup", { category: "marketing", granted: true }],
    ["maybe", undefined],
  ])("%s", (value, consent) => {
    const found = preference({ value });
    expect(found).toMatchObject({ type: "occurrence", name: "consent", data: { value } });
    expect(found.type === "occurrence" && found.consent).toEqual(consent);
  });

  it("changes no consent of another category", () => expect(preference({ category: "service_messages" })).not.toHaveProperty("consent"));

  const handover = (more: Record<string, unknown>): InboundEvent =>
    event({ sender: { user_id: "GB.1" }, recipient: { phone_number_id: "66" }, timestamp: "1793696400", ...more }, "messaging_handovers");

  it("tells the new owner by app or role, and nothing where none is named", () => {
    const taken = handover({
      type: "control_taken",
      control_taken: { new_owner_app_id: 70155, new_owner_role: "ai_agent", previous_owner_role: "customer_service" },
    });
    expect(taken).toMatchObject({
      name: "thread_control",
      heldBy: "70155",
      data: { change: "taken", fromRole: "customer_service", toRole: "ai_agent" },
    });
    expect(handover({ type: "control_taken", control_taken: {} })).not.toHaveProperty("heldBy");
  });

  it("tells a handover without a customer of the account", () => {
    expect(handover({ sender: {}, type: "control_passed", control_passed: { new_owner_role: "marketing" } })).toMatchObject({
      type: "account",
      code: "thread_control_changed",
    });
  });

  it("reads names out of the phone's address book", () => {
    const contact = { full_name: "Maya T.", first_name: "Maya", phone_number: "+44 7700 900461" };
    const sync = (action: string): InboundEvent =>
      event({ state_sync: [{ type: "contact", contact, action, metadata: { timestamp: "1793696400" } }] }, "smb_app_state_sync");
    const customer = { keys: [{ kind: "wa_phone", scope: "", value: "447700900461" }] };
    expect(sync("add")).toEqual({ type: "contact_name", occurredAt, customer, name: "Maya T." });
    expect(sync("remove")).toEqual({ type: "contact_name", occurredAt, customer, name: null });
  });
});

describe("payments and free entry", () => {
  it("reads a payment", () => {
    const payment = {
      reference_id: "INV-1",
      amount: { value: 5, offset: 100 },
      currency: "INR",
      transaction: { id: "t", status: "failed", error: { code: "E1" } },
    };
    const status = { id: "wamid.2", type: "payment", status: "failed", timestamp: "1793696400", recipient_user_id: "IN.5", payment };
    const found = event({ statuses: [status] });
    expect(found).toMatchObject({
      name: "payment",
      customer: { keys: [{ kind: "wa_bsuid", value: "IN.5" }] },
      data: { reference: "INV-1", status: "failed", amount: "0.05", currency: "INR", transactionId: "t", error: "E1", target: "wamid.2" },
    });
    const other = event({ statuses: [{ ...status, status: "captured" }] });
    expect(found.type === "occurrence" && other.type === "occurrence" && found.externalId !== other.externalId).toBe(true);
  });

  it.each([
    [{ conversation: { expiration_timestamp: "1793956140", origin: { type: "referral_conversion" } } }, 1793956140000],
    [{ conversation: { expiration_timestamp: "1793956140", pricing: { type: "free_entry_point" } } }, 1793956140000],
    [{ conversation: { expiration_timestamp: "1793956140", origin: { type: "service" } }, pricing: { type: "regular" } }, undefined],
  ])("%o is free until %s", (more, until) => {
    const found = event({ statuses: [{ id: "wamid.2", status: "sent", timestamp: "1793696400", ...more }] });
    expect(found.type === "status" && found.freeUntil).toBe(until);
  });
});
