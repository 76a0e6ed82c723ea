import type { Interactive, OutboundContent, SendRequest, SentFile } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { adapters } from "./index.ts";

const { whatsapp, messenger, instagram } = adapters;
const attachmentId = "att_01jz0000000000000000000000";
const file = (more: Partial<SentFile>): ReadonlyMap<string, SentFile> =>
  new Map([[attachmentId, { ref: { id: "m1" }, name: "Bill.pdf", mime: "application/pdf", bytes: 10, voice: false, ...more }]]);
const request = (content: OutboundContent, more: Partial<SendRequest> = {}): SendRequest => ({
  accountExternalId: "900",
  recipient: { kind: "psid", value: "7" },
  content,
  files: file({}),
  messageId: "msg-1",
  humanAgent: false,
  ...more,
});
const text: OutboundContent = { kind: "text", text: "Hello" };
const phone = { kind: "wa_phone", value: "447700900461" } as const;
const toPhone = (content: OutboundContent, more: Partial<SendRequest> = {}) => whatsapp.render(request(content, { recipient: phone, ...more })).body;
/** What is WhatsApp's own about a message, without the address. */
const partOf = (content: OutboundContent, more: Partial<SendRequest> = {}) => {
  const { messaging_product, recipient_type, to, biz_opaque_callback_data, ...rest } = toPhone(content, more) as Record<string, unknown>;
  return rest;
};
const interactive = (one: Interactive) => partOf({ kind: "interactive", interactive: one }).interactive;
const messageOf = (adapter: typeof messenger, content: OutboundContent, more: Partial<SendRequest> = {}) => {
  const recipient = adapter === instagram ? ({ kind: "igsid", value: "7" } as const) : ({ kind: "psid", value: "7" } as const);
  const { metadata, ...rest } = (adapter.render(request(content, { recipient, ...more })).body as { message: Record<string, unknown> }).message;
  return rest;
};

describe("WhatsApp's envelope", () => {
  it("to a phone", () => {
    expect(whatsapp.render(request(text, { recipient: phone, replyTo: "wamid.1" }))).toEqual({
      host: "facebook",
      method: "POST",
      path: "/v25.0/900/messages",
      body: {
        messaging_product: "whatsapp",
        recipient_type: "individual",
        to: "+447700900461",
        type: "text",
        text: { body: "Hello", preview_url: false },
        context: { message_id: "wamid.1" },
        biz_opaque_callback_data: "msg-1",
      },
    });
  });

  it("to a user id and to a group", () => {
    const { body } = whatsapp.render(request(text, { recipient: { kind: "wa_bsuid", value: "GB.1" } }));
    expect(body).toMatchObject({ recipient: "GB.1", recipient_type: "individual" });
    expect(body).not.toHaveProperty("to");
    expect(body).not.toHaveProperty("context");
    const group = whatsapp.render(request(text, { recipient: { kind: "group", value: "Y2Fw" } }));
    expect(group.body).toMatchObject({ recipient_type: "group", to: "Y2Fw" });
  });

  it.each([whatsapp, messenger, instagram])("throws for a foreign recipient: $channel", (adapter) => {
    expect(() => adapter.render(request(text, { recipient: { kind: "email", value: "x" } }))).toThrow(/cannot be sent/);
  });
});

describe("WhatsApp's messages", () => {
  it("shows what a link leads to", () => {
    expect(partOf({ kind: "text", text: "See https://x.example/a" })).toEqual({
      type: "text",
      text: { body: "See https://x.example/a", preview_url: true },
    });
  });

  it("files", () => {
    expect(partOf({ kind: "image", attachmentId, caption: "Look" })).toEqual({ type: "image", image: { id: "m1", caption: "Look" } });
    expect(partOf({ kind: "video", attachmentId }, { files: file({ ref: { url: "https://f.example/v" } }) })).toEqual({
      type: "video",
      video: { link: "https://f.example/v" },
    });
    expect(partOf({ kind: "file", attachmentId, caption: "Yours" })).toEqual({
      type: "document",
      document: { id: "m1", caption: "Yours", filename: "Bill.pdf" },
    });
    expect(partOf({ kind: "sticker", attachmentId })).toEqual({ type: "sticker", sticker: { id: "m1" } });
    expect(() => partOf({ kind: "image", attachmentId }, { files: new Map() })).toThrow(/not handed in/);
  });

  it("a voice message only with OGG", () => {
    const audio: OutboundContent = { kind: "audio", attachmentId };
    expect(partOf(audio, { files: file({ voice: true, mime: "audio/ogg; codecs=opus" }) })).toEqual({
      type: "audio",
      audio: { id: "m1", voice: true },
    });
    expect(partOf(audio, { files: file({ voice: true, mime: "audio/mp4" }) })).toEqual({ type: "audio", audio: { id: "m1" } });
    expect(partOf(audio, { files: file({ voice: false, mime: "audio/ogg" }) })).toEqual({ type: "audio", audio: { id: "m1" } });
  });

  it("a location", () => {
    expect(partOf({ kind: "location", latitude: 51.5, longitude: -0.1, name: "Shop" })).toEqual({
      type: "location",
      location: { latitude: 51.5, longitude: -0.1, name: "Shop" },
    });
  });

  it("a template with everything", () => {
    const content: OutboundContent = {
      kind: "template",
      name: "order_ready",
      language: "en_GB",
      components: [
        { type: "header", parameters: [{ type: "file", attachmentId }] },
        {
          type: "body",
          parameters: [
            { type: "text", text: "Maya" },
            { type: "text", name: "order", text: "42" },
          ],
        },
        { type: "button", index: 0, subType: "quick_reply", parameters: [{ type: "payload", payload: "stop" }] },
        { type: "button", index: 1, subType: "url", parameters: [{ type: "text", text: "42" }] },
        { type: "button", index: 2, subType: "copy_code", parameters: [{ type: "code", code: "25OFF" }] },
        { type: "button", index: 3, subType: "flow", parameters: [{ type: "flow", token: "t", data: { a: 1 } }] },
        { type: "button", index: 4, subType: "catalog", parameters: [{ type: "payload", payload: "sku" }] },
        {
          type: "button",
          index: 5,
          subType: "mpm",
          parameters: [{ type: "products", thumbnailProductId: "sku", sections: [{ title: "New", productIds: ["a", "b"] }] }],
        },
      ],
    };
    expect(partOf(content)).toEqual({
      type: "template",
      template: {
        name: "order_ready",
        language: { code: "en_GB" },
        components: [
          { type: "header", parameters: [{ type: "document", document: { id: "m1", filename: "Bill.pdf" } }] },
          {
            type: "body",
            parameters: [
              { type: "text", text: "Maya" },
              { type: "text", parameter_name: "order", text: "42" },
            ],
          },
          { type: "button", sub_type: "quick_reply", index: "0", parameters: [{ type: "payload", payload: "stop" }] },
          { type: "button", sub_type: "url", index: "1", parameters: [{ type: "text", text: "42" }] },
          { type: "button", sub_type: "copy_code", index: "2", parameters: [{ type: "coupon_code", coupon_code: "25OFF" }] },
          { type: "button", sub_type: "flow", index: "3", parameters: [{ type: "action", action: { flow_token: "t", flow_action_data: { a: 1 } } }] },
          { type: "button", sub_type: "catalog", index: "4", parameters: [{ type: "action", action: { thumbnail_product_retailer_id: "sku" } }] },
          {
            type: "button",
            sub_type: "mpm",
            index: "5",
            parameters: [
              {
                type: "action",
                action: {
                  thumbnail_product_retailer_id: "sku",
                  sections: [{ title: "New", product_items: [{ product_retailer_id: "a" }, { product_retailer_id: "b" }] }],
                },
              },
            ],
          },
        ],
      },
    });
    expect(partOf({ kind: "template", name: "hello", language: "en", components: [] })).toEqual({
      type: "template",
      template: { name: "hello", language: { code: "en" } },
    });
    const places: OutboundContent = {
      kind: "template",
      name: "x",
      language: "en",
      components: [{ type: "header", parameters: [{ type: "image", url: "https://f.example/i" }] }],
    };
    expect(partOf(places).template).toMatchObject({ components: [{ parameters: [{ type: "image", image: { link: "https://f.example/i" } }] }] });
  });
});

describe("WhatsApp's interactive messages", () => {
  it.each<[string, Interactive, unknown]>([
    [
      "buttons",
      { type: "buttons", header: { kind: "image", attachmentId }, text: "Which?", footer: "Tap", buttons: [{ id: "a", title: "A" }] },
      {
        type: "button",
        header: { type: "image", image: { id: "m1" } },
        body: { text: "Which?" },
        footer: { text: "Tap" },
        action: { buttons: [{ type: "reply", reply: { id: "a", title: "A" } }] },
      },
    ],
    [
      "list",
      {
        type: "list",
        header: { text: "Head" },
        text: "Which?",
        button: "Choose",
        sections: [
          {
            title: "One",
            rows: [
              { id: "a", title: "A", description: "first" },
              { id: "b", title: "B" },
            ],
          },
        ],
      },
      {
        type: "list",
        header: { type: "text", text: "Head" },
        body: { text: "Which?" },
        action: {
          button: "Choose",
          sections: [
            {
              title: "One",
              rows: [
                { id: "a", title: "A", description: "first" },
                { id: "b", title: "B" },
              ],
            },
          ],
        },
      },
    ],
    [
      "link",
      { type: "link", text: "See", title: "Open", url: "https://x.example/" },
      { type: "cta_url", body: { text: "See" }, action: { name: "cta_url", parameters: { display_text: "Open", url: "https://x.example/" } } },
    ],
    [
      "cards",
      {
        type: "cards",
        text: "New:",
        cards: [
          { title: "Red", text: "Warm", imageUrl: "https://x.example/r.png", buttons: [{ title: "Buy", url: "https://x.example/r" }] },
          { title: "Blue", imageUrl: "https://x.example/b.png", buttons: [{ title: "Buy", payload: "blue" }] },
        ],
      },
      {
        type: "carousel",
        body: { text: "New:" },
        action: {
          cards: [
            {
              card_index: 0,
              type: "cta_url",
              header: { type: "image", image: { link: "https://x.example/r.png" } },
              body: { text: "*Red*\nWarm" },
              action: { name: "cta_url", parameters: { display_text: "Buy", url: "https://x.example/r" } },
            },
            {
              card_index: 1,
              type: "cta_url",
              header: { type: "image", image: { link: "https://x.example/b.png" } },
              body: { text: "Blue" },
              action: { buttons: [{ type: "quick_reply", quick_reply: { id: "blue", title: "Buy" } }] },
            },
          ],
        },
      },
    ],
    [
      "product",
      { type: "product", catalogId: "c", productId: "p", text: "This one" },
      { type: "product", body: { text: "This one" }, action: { catalog_id: "c", product_retailer_id: "p" } },
    ],
    [
      "product_list",
      { type: "product_list", catalogId: "c", header: { text: "Ours" }, text: "Look", sections: [{ title: "New", productIds: ["p"] }] },
      {
        type: "product_list",
        header: { type: "text", text: "Ours" },
        body: { text: "Look" },
        action: { catalog_id: "c", sections: [{ title: "New", product_items: [{ product_retailer_id: "p" }] }] },
      },
    ],
    [
      "catalog",
      { type: "catalog", text: "All", footer: "f", productId: "p" },
      {
        type: "catalog_message",
        body: { text: "All" },
        footer: { text: "f" },
        action: { name: "catalog_message", parameters: { thumbnail_product_retailer_id: "p" } },
      },
    ],
    [
      "catalog, first product",
      { type: "catalog", text: "All" },
      { type: "catalog_message", body: { text: "All" }, action: { name: "catalog_message" } },
    ],
    [
      "flow",
      { type: "flow", text: "Sign up", button: "Open", flowId: "1", token: "t", screen: "S", data: { a: 1 }, draft: true },
      {
        type: "flow",
        body: { text: "Sign up" },
        action: {
          name: "flow",
          parameters: {
            flow_message_version: "3",
            flow_token: "t",
            flow_id: "1",
            flow_cta: "Open",
            mode: "draft",
            flow_action: "navigate",
            flow_action_payload: { screen: "S", data: { a: 1 } },
          },
        },
      },
    ],
    [
      "location",
      { type: "location_request", text: "Where?" },
      { type: "location_request_message", body: { text: "Where?" }, action: { name: "send_location" } },
    ],
    [
      "contact",
      { type: "contact_request", text: "Number?" },
      { type: "request_contact_info", body: { text: "Number?" }, action: { name: "request_contact_info" } },
    ],
    [
      "address",
      { type: "address_request", text: "Where to?", country: "IN", values: { city: "Pune" } },
      {
        type: "address_message",
        body: { text: "Where to?" },
        action: { name: "address_message", parameters: { country: "IN", values: { city: "Pune" } } },
      },
    ],
    [
      "call",
      { type: "call_permission_request", text: "May we call?" },
      { type: "call_permission_request", body: { text: "May we call?" }, action: { name: "call_permission_request" } },
    ],
    [
      "order_details",
      {
        type: "order_details",
        text: "Your bill",
        reference: "r1",
        goods: "physical",
        currency: "BRL",
        country: "BR",
        paymentSettings: [{ type: "payment_link", payment_link: { uri: "https://pay.example" } }],
        items: [{ productId: "p", name: "Cake", quantity: 2, amount: 1500 }],
        tax: 100,
        shipping: 500,
        discount: 200,
      },
      {
        type: "order_details",
        body: { text: "Your bill" },
        action: {
          name: "review_and_pay",
          parameters: {
            reference_id: "r1",
            type: "physical-goods",
            payment_type: "br",
            payment_settings: [{ type: "payment_link", payment_link: { uri: "https://pay.example" } }],
            currency: "BRL",
            total_amount: { value: 3400, offset: 100 },
            order: {
              status: "pending",
              items: [{ retailer_id: "p", name: "Cake", amount: { value: 1500, offset: 100 }, quantity: 2 }],
              subtotal: { value: 3000, offset: 100 },
              tax: { value: 100, offset: 100 },
              shipping: { value: 500, offset: 100 },
              discount: { value: 200, offset: 100 },
            },
          },
        },
      },
    ],
    [
      "order_status",
      { type: "order_status", text: "On its way", reference: "r1", status: "shipped" },
      {
        type: "order_status",
        body: { text: "On its way" },
        action: { name: "review_order", parameters: { reference_id: "r1", order: { status: "shipped" } } },
      },
    ],
  ])("%s", (_, one, expected) => expect(interactive(one)).toEqual(expected));
});

describe("Messenger", () => {
  it("text, reply and late answer", () => {
    expect(messenger.render(request(text, { replyTo: "m1" }))).toEqual({
      host: "facebook",
      method: "POST",
      path: "/v25.0/900/messages",
      body: {
        recipient: { id: "7" },
        messaging_type: "RESPONSE",
        message: { text: "Hello", metadata: "msg-1" },
        reply_to: { mid: "m1" },
      },
    });
    expect(messenger.render(request(text, { recipient: { kind: "user_ref", value: "g" }, humanAgent: true })).body).toEqual({
      recipient: { user_ref: "g" },
      messaging_type: "MESSAGE_TAG",
      tag: "HUMAN_AGENT",
      message: { text: "Hello", metadata: "msg-1" },
    });
  });

  it("a utility message, whose buttons share one part", () => {
    const content: OutboundContent = {
      kind: "template",
      name: "order_update",
      language: "en",
      components: [
        { type: "button", index: 1, subType: "url", parameters: [{ type: "text", text: "1234" }] },
        { type: "header", parameters: [{ type: "text", text: "Order" }] },
        { type: "body", parameters: [{ type: "text", name: "order_id", text: "566701" }] },
        { type: "button", index: 0, subType: "quick_reply", parameters: [{ type: "payload", payload: "12345" }] },
      ],
    };
    expect(messenger.render(request(content, { humanAgent: true })).body).toEqual({
      recipient: { id: "7" },
      messaging_type: "UTILITY",
      message: {
        metadata: "msg-1",
        template: {
          name: "order_update",
          language: { code: "en" },
          components: [
            { type: "header", parameters: [{ type: "text", text: "Order" }] },
            { type: "body", parameters: [{ type: "text", parameter_name: "order_id", text: "566701" }] },
            {
              type: "buttons",
              parameters: [
                { type: "POSTBACK", payload: "12345" },
                { type: "URL", url: "1234" },
              ],
            },
          ],
        },
      },
    });
  });
});

describe("Instagram", () => {
  it("in both flavours", () => {
    const recipient = { kind: "igsid", value: "7" } as const;
    expect(instagram.render(request(text, { recipient, flavour: "instagram_login" }))).toEqual({
      host: "instagram",
      method: "POST",
      path: "/v25.0/900/messages",
      body: { recipient: { id: "7" }, messaging_type: "RESPONSE", message: { text: "Hello" } },
    });
    const page = instagram.render(request(text, { recipient, flavour: "page", humanAgent: true }));
    expect(page).toMatchObject({ host: "facebook", body: { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } });
  });
});

describe.each([messenger, instagram])("$channel", (adapter) => {
  it("files by id or address, without a text", () => {
    expect(messageOf(adapter, { kind: "image", attachmentId })).toEqual({ attachment: { type: "image", payload: { attachment_id: "m1" } } });
    const byUrl = { files: file({ ref: { url: "https://f.example/a" } }) };
    for (const kind of ["video", "audio", "file"] as const)
      expect(messageOf(adapter, { kind, attachmentId }, byUrl)).toEqual({ attachment: { type: kind, payload: { url: "https://f.example/a" } } });
  });

  it.each<[string, Interactive, unknown]>([
    [
      "buttons",
      { type: "buttons", text: "Which?", buttons: [{ id: "a", title: "A" }] },
      {
        attachment: {
          type: "template",
          payload: { template_type: "button", text: "Which?", buttons: [{ type: "postback", title: "A", payload: "a" }] },
        },
      },
    ],
    [
      "link",
      { type: "link", text: "See", title: "Open", url: "https://x.example/" },
      {
        attachment: {
          type: "template",
          payload: { template_type: "button", text: "See", buttons: [{ type: "web_url", url: "https://x.example/", title: "Open" }] },
        },
      },
    ],
    [
      "quick replies",
      { type: "quick_replies", text: "Which?", replies: [{ title: "A", payload: "a" }, { ask: "phone" }, { ask: "email" }] },
      {
        text: "Which?",
        quick_replies: [{ content_type: "text", title: "A", payload: "a" }, { content_type: "user_phone_number" }, { content_type: "user_email" }],
      },
    ],
    [
      "cards",
      {
        type: "cards",
        cards: [
          {
            title: "Red",
            text: "Warm",
            imageUrl: "https://x.example/r.png",
            url: "https://x.example/r",
            buttons: [
              { title: "Buy", url: "https://x.example/buy" },
              { title: "Ask", payload: "ask" },
            ],
          },
          { title: "Blue", text: "Cool", buttons: [] },
        ],
      },
      {
        attachment: {
          type: "template",
          payload: {
            template_type: "generic",
            elements: [
              {
                title: "Red",
                subtitle: "Warm",
                image_url: "https://x.example/r.png",
                default_action: { type: "web_url", url: "https://x.example/r" },
                buttons: [
                  { type: "web_url", url: "https://x.example/buy", title: "Buy" },
                  { type: "postback", title: "Ask", payload: "ask" },
                ],
              },
              { title: "Blue", subtitle: "Cool" },
            ],
          },
        },
      },
    ],
    [
      "product",
      { type: "product", catalogId: "c", productId: "p" },
      { attachment: { type: "template", payload: { template_type: "product", elements: [{ id: "p" }] } } },
    ],
  ])("%s", (_, one, expected) => expect(messageOf(adapter, { kind: "interactive", interactive: one })).toEqual(expected));

  it.each<OutboundContent>([
    { kind: "location", latitude: 1, longitude: 1 },
    { kind: "sticker", attachmentId },
    { kind: "interactive", interactive: { type: "location_request", text: "x" } },
  ])("throws for what it refuses: $kind", (content) => {
    expect(adapter.check(content)).not.toEqual([]);
    expect(() => messageOf(adapter, content)).toThrow();
  });
});

describe("beside messages", () => {
  const thread = { account: "900", recipient: phone };
  const psid = { account: "900", recipient: { kind: "psid", value: "7" } } as const;
  const igsid = { account: "800", flavour: "instagram_login", recipient: { kind: "igsid", value: "7" } } as const;

  it("reactions", () => {
    expect(whatsapp.renderReaction({ ...thread, target: "wamid.1", emoji: "🎉" }).body).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: "+447700900461",
      type: "reaction",
      reaction: { message_id: "wamid.1", emoji: "🎉" },
    });
    expect(whatsapp.renderReaction({ ...thread, target: "wamid.1", emoji: null }).body).toMatchObject({ reaction: { emoji: "" } });
    expect(messenger.renderReaction({ ...psid, target: "m1", emoji: "❤️" })).toEqual({
      host: "facebook",
      method: "POST",
      path: "/v25.0/900/messages",
      body: { recipient: { id: "7" }, sender_action: "react", payload: { message_id: "m1", reaction: "❤️" } },
    });
    expect(instagram.renderReaction({ ...igsid, target: "m1", emoji: "❤️" })).toMatchObject({
      host: "instagram",
      path: "/v25.0/800/messages",
      body: { sender_action: "react", payload: { message_id: "m1", reaction: "love" } },
    });
    for (const call of [
      messenger.renderReaction({ ...psid, target: "m1", emoji: null }),
      instagram.renderReaction({ ...igsid, target: "m1", emoji: null }),
    ])
      expect(call.body).toEqual({ recipient: { id: "7" }, sender_action: "unreact", payload: { message_id: "m1" } });
  });

  it("read and typing", () => {
    const read = { messaging_product: "whatsapp", status: "read", message_id: "wamid.1" };
    expect(whatsapp.renderMarkRead({ ...thread, target: "wamid.1" })?.body).toEqual(read);
    expect(whatsapp.renderMarkRead({ ...thread, target: "wamid.1", typing: true })?.body).toEqual({ ...read, typing_indicator: { type: "text" } });
    expect(whatsapp.renderTyping({ ...thread, target: "wamid.1", on: true })?.body).toEqual({ ...read, typing_indicator: { type: "text" } });
    expect(whatsapp.renderTyping({ ...thread, target: null, on: true })).toBeNull();
    expect(whatsapp.renderTyping({ ...thread, target: "wamid.1", on: false })).toBeNull();
    expect(whatsapp.renderMarkRead({ account: "900", recipient: { kind: "group", value: "g" }, target: "wamid.1" })).toBeNull();
    expect(messenger.renderMarkRead({ ...psid, target: "m1" })?.body).toEqual({ recipient: { id: "7" }, sender_action: "mark_seen" });
    expect(messenger.renderTyping({ ...psid, target: null, on: true })?.body).toEqual({ recipient: { id: "7" }, sender_action: "typing_on" });
    expect(instagram.renderTyping({ ...igsid, target: null, on: false })?.body).toEqual({ recipient: { id: "7" }, sender_action: "typing_off" });
    expect(instagram.renderMarkRead({ ...igsid, target: "m1" })?.body).toEqual({ recipient: { id: "7" }, sender_action: "mark_seen" });
  });

  it("taking a thread", () => {
    expect(whatsapp.renderTakeControl(thread)).toBeNull();
    expect(messenger.renderTakeControl(psid)).toMatchObject({ path: "/v25.0/900/take_thread_control", body: { recipient: { id: "7" } } });
    expect(instagram.renderTakeControl(igsid)).toMatchObject({
      host: "instagram",
      path: "/v25.0/me/take_thread_control",
      body: { recipient: { id: "7" } },
    });
  });
});

describe("uploads", () => {
  const content = new Blob(["x"]);
  const upload = { account: "900", file: { name: "a.png", mime: "image/png", content }, kind: "image" } as const;
  const now = 1_000;
  const day = 24 * 60 * 60 * 1000;
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({ status, headers, body });

  it("go out as forms", () => {
    expect(whatsapp.renderMediaUpload(upload)).toEqual({
      host: "facebook",
      method: "POST",
      path: "/v25.0/900/media",
      form: { fields: { messaging_product: "whatsapp", type: "image/png" }, file: { field: "file", name: "a.png", mime: "image/png", content } },
    });
    expect(messenger.renderMediaUpload(upload)).toEqual({
      host: "facebook",
      method: "POST",
      path: "/v25.0/900/message_attachments",
      form: {
        fields: { message: JSON.stringify({ attachment: { type: "image", payload: { is_reusable: true } } }) },
        file: { field: "filedata", name: "a.png", mime: "image/png", content },
      },
    });
    expect(instagram.renderMediaUpload(upload)).toBeNull();
    expect([whatsapp.mediaBy, messenger.mediaBy, instagram.mediaBy]).toEqual(["upload", "upload", "url"]);
  });

  it("are read", () => {
    expect(whatsapp.readMediaUpload(answer(200, { id: "5" }), now)).toEqual({ kind: "uploaded", id: "5", expiresAt: now + 30 * day });
    expect(messenger.readMediaUpload(answer(200, { attachment_id: "6" }), now)).toEqual({ kind: "uploaded", id: "6", expiresAt: now + 90 * day });
    for (const adapter of [whatsapp, messenger]) {
      expect(adapter.readMediaUpload(answer(429, null, { "retry-after": "3" }), now)).toMatchObject({ kind: "retry", afterMs: 3_000 });
      for (const lost of [answer(502, "<html>"), answer(200, {}), answer(408, null)]) expect(adapter.readMediaUpload(lost, now).kind).toBe("retry");
      expect(adapter.readMediaUpload(answer(413, "too large"), now)).toMatchObject({ kind: "refused", error: { code: "http_413" } });
      expect(adapter.readMediaUpload(answer(400, { error: { code: 190, message: "no" } }), now)).toMatchObject({
        kind: "refused",
        error: { class: "token_broken" },
      });
    }
    expect(whatsapp.readMediaUpload(answer(400, { error: { code: 131053, message: "no" } }), now)).toMatchObject({ kind: "refused" });
  });
});

describe("lists of templates", () => {
  const answer = (status: number, body: unknown) => ({ status, headers: {}, body });

  it("are asked for page by page", () => {
    expect(whatsapp.renderTemplateList({ scope: "77", after: null })?.path).toMatch(
      /^\/v25\.0\/77\/message_templates\?fields=id,name,[a-z_,]*components&limit=100$/,
    );
    expect(whatsapp.renderTemplateList({ scope: "77", after: "a b=" })?.path).toMatch(/&after=a%20b%3D$/);
    expect(messenger.renderTemplateList({ scope: "900", after: null })).toMatchObject({
      method: "GET",
      path: "/v25.0/900/message_templates?limit=100",
    });
    expect(instagram.renderTemplateList({ scope: "800", after: null })).toBeNull();
  });

  it("are read", () => {
    const body = { type: "BODY", text: "Hi {{name}}, order {{1}}" };
    const page = {
      data: [
        {
          id: "1",
          name: "hello",
          language: "en",
          status: "APPROVED",
          category: "UTILITY",
          quality_score: { score: "GREEN", date: 1 },
          rejected_reason: "NONE",
          parameter_format: "POSITIONAL",
          components: [body],
        },
        { id: 2, name: "bye", language: "de", status: "REJECTED", category: "MARKETING", rejected_reason: "INVALID_FORMAT", components: [body] },
        { id: "3", name: "no language" },
        "text",
      ],
      paging: { cursors: { before: "a", after: "b" }, next: "https://graph.facebook.com/…" },
    };
    const first = {
      externalId: "1",
      name: "hello",
      language: "en",
      status: "approved",
      category: "utility",
      quality: "green",
      reason: null,
      format: "positional",
    };
    const second = {
      externalId: "2",
      name: "bye",
      language: "de",
      status: "rejected",
      category: "marketing",
      quality: null,
      reason: "INVALID_FORMAT",
      format: "named",
    };
    for (const adapter of [whatsapp, messenger])
      expect(adapter.readTemplateList(answer(200, page))).toEqual({
        kind: "listed",
        templates: [
          { ...first, components: [body] },
          { ...second, components: [body] },
        ],
        next: "b",
      });
    expect(whatsapp.readTemplateList(answer(200, { data: [], paging: { cursors: { before: "a", after: "b" } } }))).toEqual({
      kind: "listed",
      templates: [],
      next: null,
    });
    expect(whatsapp.readTemplateList(answer(400, { error: { code: 190, message: "no" } }))).toMatchObject({
      kind: "refused",
      error: { class: "token_broken" },
    });
    expect(whatsapp.readTemplateList(answer(500, "<html>"))).toMatchObject({ kind: "refused" });
  });
});
