import type { Interactive, OutboundContent, SentFile } from "@onethread/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adapters } from "./index.ts";

const { whatsapp, messenger, instagram } = adapters;
const all = [whatsapp, messenger, instagram];
const attachmentId = "att_01jz0000000000000000000000";
const files = (more: Partial<SentFile>): ReadonlyMap<string, SentFile> =>
  new Map([[attachmentId, { ref: { id: "m1" }, name: "a", mime: "image/png", bytes: 10, voice: false, ...more }]]);
const pointers = (adapter: typeof whatsapp, content: OutboundContent, given?: ReadonlyMap<string, SentFile>) =>
  adapter.check(content, given).map(({ pointer }) => pointer);
const of = (adapter: typeof whatsapp, interactive: Interactive) => pointers(adapter, { kind: "interactive", interactive });
const mb = 1024 * 1024;

describe("texts", () => {
  /** Letters of one to four bytes, and one that is two UTF-16 units. */
  const letters = ["a", "é", "س", "中", "👋"];
  it.each(all)("pass at the limit and fail one over it: $channel", (adapter) => {
    const { max, unit } = adapter.limits.text;
    const size = (text: string) => (unit === "bytes" ? Buffer.byteLength(text) : Array.from(text).length);
    fc.assert(
      fc.property(fc.constantFrom(...letters), fc.nat({ max: 50 }), (letter, before) => {
        const head = "a".repeat(before);
        const room = Math.floor((max - before) / size(letter));
        const fits = head + letter.repeat(room) + "b".repeat(max - before - room * size(letter));
        expect(size(fits)).toBe(max);
        expect(adapter.measureText(fits)).toBe(max);
        expect(adapter.check({ kind: "text", text: fits })).toEqual([]);
        expect(adapter.check({ kind: "text", text: `${fits}c` })).toEqual([
          { pointer: "/text", detail: expect.stringMatching(/^The text has [\d,]+ (characters|bytes); [\d,]+ are allowed\.$/) },
        ]);
      }),
    );
  });

  it("in bytes for Instagram: 250 emoji are 1000, Arabic letters two each", () => {
    expect(pointers(instagram, { kind: "text", text: "👋".repeat(250) })).toEqual([]);
    expect(instagram.check({ kind: "text", text: "👋".repeat(251) })).toEqual([
      { pointer: "/text", detail: "The text has 1,004 bytes; 1,000 are allowed." },
    ]);
    expect(pointers(instagram, { kind: "text", text: "س".repeat(500) })).toEqual([]);
    expect(pointers(instagram, { kind: "text", text: "س".repeat(501) })).toEqual(["/text"]);
  });

  it.each(all)("empty ones: $channel", (adapter) => expect(pointers(adapter, { kind: "text", text: " \n" })).toEqual(["/text"]));
});

describe("files", () => {
  it.each([
    [whatsapp, "image", "image/jpeg", 5 * mb],
    [whatsapp, "video", "video/mp4", 16 * mb],
    [whatsapp, "audio", "audio/ogg; codecs=opus", 16 * mb],
    [whatsapp, "file", "application/zip", 100 * mb],
    [whatsapp, "sticker", "image/webp", 500 * 1024],
    [messenger, "image", "image/png", 8 * mb],
    [messenger, "video", "video/mp4", 25 * mb],
    [messenger, "audio", "audio/mp3", 25 * mb],
    [messenger, "file", "application/zip", 25 * mb],
    [instagram, "image", "image/gif", 8 * mb],
    [instagram, "video", "video/quicktime", 25 * mb],
    [instagram, "audio", "audio/wav", 25 * mb],
    [instagram, "file", "application/pdf", 25 * mb],
  ] as const)("%#: up to the size", (adapter, kind, mime, bytes) => {
    const content = { kind, attachmentId };
    expect(pointers(adapter, content, files({ mime, bytes }))).toEqual([]);
    expect(pointers(adapter, content, files({ mime, bytes: bytes + 1 }))).toEqual(["/attachmentId"]);
  });

  it.each([
    [whatsapp, "image", "image/webp"],
    [whatsapp, "image", "image/gif"],
    [whatsapp, "video", "video/quicktime"],
    [whatsapp, "audio", "audio/wav"],
    [whatsapp, "sticker", "image/png"],
    [messenger, "image", "application/pdf"],
    [instagram, "image", "image/webp"],
    [instagram, "file", "application/zip"],
    [instagram, "audio", "audio/ogg"],
  ] as const)("%#: of the wrong type", (adapter, kind, mime) => {
    const [found] = adapter.check({ kind, attachmentId }, files({ mime }));
    expect(found).toMatchObject({ pointer: "/attachmentId", detail: expect.stringContaining(mime) });
  });

  it("stickers that stand still", () => {
    const sticker = { kind: "sticker", attachmentId } as const;
    const small = 100 * 1024;
    expect(pointers(whatsapp, sticker, files({ mime: "image/webp", bytes: small, animated: false }))).toEqual([]);
    expect(pointers(whatsapp, sticker, files({ mime: "image/webp", bytes: small + 1, animated: false }))).toEqual(["/attachmentId"]);
    expect(pointers(whatsapp, sticker, files({ mime: "image/webp", bytes: small + 1, animated: true }))).toEqual([]);
    expect(pointers(whatsapp, sticker, files({ mime: "image/webp", bytes: small + 1 }))).toEqual([]);
    // One problem, not two, when it is too large for either.
    expect(pointers(whatsapp, sticker, files({ mime: "image/webp", bytes: mb, animated: false }))).toEqual(["/attachmentId"]);
  });

  it("captions", () => {
    const caption = (kind: "image" | "video" | "audio" | "file" | "sticker", text: string): OutboundContent => ({
      kind,
      attachmentId,
      caption: text,
    });
    for (const kind of ["image", "video", "file"] as const) {
      expect(pointers(whatsapp, caption(kind, "س".repeat(1024)))).toEqual([]);
      expect(pointers(whatsapp, caption(kind, "س".repeat(1025)))).toEqual(["/caption"]);
    }
    for (const kind of ["audio", "sticker"] as const) expect(pointers(whatsapp, caption(kind, "x"))).toEqual(["/caption"]);
    for (const adapter of [messenger, instagram]) expect(pointers(adapter, caption("image", "x"))).toEqual(["/caption"]);
  });

  it("that are not handed in are not judged", () => {
    for (const adapter of all) expect(adapter.check({ kind: "image", attachmentId })).toEqual([]);
  });
});

describe("places and templates", () => {
  it("a place on earth, where there are places", () => {
    expect(pointers(whatsapp, { kind: "location", latitude: 90, longitude: -180 })).toEqual([]);
    expect(pointers(whatsapp, { kind: "location", latitude: 90.1, longitude: -180.1 })).toEqual(["/latitude", "/longitude"]);
    for (const adapter of [messenger, instagram]) expect(pointers(adapter, { kind: "location", latitude: 1, longitude: 1 })).toEqual(["/kind"]);
  });

  it("templates", () => {
    const template = (more: Partial<Extract<OutboundContent, { kind: "template" }>>): OutboundContent => ({
      kind: "template",
      name: "order_1",
      language: "en",
      components: [],
      ...more,
    });
    for (const adapter of [whatsapp, messenger]) {
      expect(adapter.check(template({}))).toEqual([]);
      expect(pointers(adapter, template({ name: "Order 1" }))).toEqual(["/name"]);
      expect(
        pointers(
          adapter,
          template({
            components: [
              { type: "body", parameters: [] },
              { type: "body", parameters: [] },
            ],
          }),
        ),
      ).toEqual(["/components/1"]);
      expect(pointers(adapter, template({ components: [{ type: "button", parameters: [] }] }))).toEqual(["/components/0/index"]);
    }
    const picture = template({ components: [{ type: "header", parameters: [{ type: "image", attachmentId }] }] });
    expect(pointers(whatsapp, picture, files({}))).toEqual([]);
    expect(pointers(whatsapp, picture, files({ bytes: 6 * mb }))).toEqual(["/components/0/parameters/0"]);
    expect(pointers(messenger, picture)).toEqual(["/components/0/parameters/0"]);
    expect(pointers(messenger, template({ components: [{ type: "button", index: 0, parameters: [{ type: "code", code: "x" }] }] }))).toEqual([
      "/components/0/parameters/0",
    ]);
    expect(instagram.check(template({}))).toEqual([{ pointer: "/kind", detail: "Instagram has no templates." }]);
  });
});

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const long = (length: number) => "x".repeat(length);

describe("WhatsApp's interactive messages", () => {
  const buttons = (more: Partial<Extract<Interactive, { type: "buttons" }>>): Interactive => ({
    type: "buttons",
    text: long(1024),
    buttons: many(3, (index) => ({ id: `${index}${long(255)}`, title: `${index}${long(19)}` })),
    ...more,
  });

  it("buttons", () => {
    expect(of(whatsapp, buttons({ header: { text: long(60) }, footer: long(60) }))).toEqual([]);
    expect(of(whatsapp, buttons({ header: { text: long(61) }, footer: long(61), text: long(1025) }))).toEqual([
      "/interactive/header/text",
      "/interactive/text",
      "/interactive/footer",
    ]);
    expect(of(whatsapp, buttons({ buttons: many(4, (index) => ({ id: `${index}`, title: `${index}` })) }))).toEqual(["/interactive/buttons"]);
    const bad = [
      { id: "a", title: "A" },
      { id: "a", title: "B" },
      { id: long(257), title: long(21) },
    ];
    expect(of(whatsapp, buttons({ buttons: bad }))).toEqual([
      "/interactive/buttons/2/id",
      "/interactive/buttons/2/title",
      "/interactive/buttons/1/id",
    ]);
    const image = buttons({ header: { kind: "image", attachmentId } });
    expect(pointers(whatsapp, { kind: "interactive", interactive: image }, files({ bytes: 6 * mb }))).toEqual(["/interactive/header/attachmentId"]);
  });

  it("lists", () => {
    const row = (index: number) => ({ id: `${index}`.padEnd(200, "x"), title: long(24), description: long(72) });
    const list = (more: Partial<Extract<Interactive, { type: "list" }>>): Interactive => ({
      type: "list",
      text: long(4096),
      button: long(20),
      sections: [
        { title: long(24), rows: many(5, row) },
        { title: "Two", rows: many(5, (index) => row(index + 5)) },
      ],
      ...more,
    });
    expect(of(whatsapp, list({}))).toEqual([]);
    expect(of(whatsapp, list({ button: long(21), text: long(4097) }))).toEqual(["/interactive/text", "/interactive/button"]);
    expect(of(whatsapp, list({ sections: [{ rows: many(11, row) }] }))).toEqual(["/interactive/sections"]);
    expect(of(whatsapp, list({ sections: many(11, (index) => ({ title: `${index}`, rows: [row(index)] })) }))).toEqual([
      "/interactive/sections",
      "/interactive/sections",
    ]);
    expect(of(whatsapp, list({ sections: [{ title: "One", rows: [row(1)] }, { rows: [row(2)] }] }))).toEqual(["/interactive/sections/1/title"]);
    expect(of(whatsapp, list({ sections: [{ rows: [{ id: long(201), title: long(25), description: long(73) }] }] }))).toEqual([
      "/interactive/sections/0/rows/0/id",
      "/interactive/sections/0/rows/0/title",
      "/interactive/sections/0/rows/0/description",
    ]);
    expect(of(whatsapp, list({ sections: [{ rows: [row(1), row(1)] }] }))).toEqual(["/interactive/sections/0/rows/1/id"]);
    expect(of(whatsapp, list({ header: { kind: "image", attachmentId } }))).toEqual(["/interactive/header"]);
  });

  it("cards", () => {
    const card = (index: number) => ({ title: `${index}`, imageUrl: "https://x.example/i.png", buttons: [{ title: "Buy", payload: `${index}` }] });
    const cards = (count: number, more = {}): Interactive => ({ type: "cards", text: "New:", cards: many(count, card), ...more });
    expect(of(whatsapp, cards(10))).toEqual([]);
    expect(of(whatsapp, cards(2))).toEqual([]);
    expect(of(whatsapp, cards(1))).toEqual(["/interactive/cards"]);
    expect(of(whatsapp, cards(11))).toEqual(["/interactive/cards"]);
    expect(of(whatsapp, cards(2, { text: undefined }))).toEqual(["/interactive/text"]);
    const two = (change: object) => cards(2, { cards: [card(0), { ...card(1), ...change }] });
    expect(of(whatsapp, two({ imageUrl: undefined }))).toEqual(["/interactive/cards/1/imageUrl"]);
    expect(of(whatsapp, two({ url: "https://x.example" }))).toEqual(["/interactive/cards/1/url"]);
    expect(of(whatsapp, two({ text: long(157) }))).toEqual(["/interactive/cards/1/text"]);
    expect(of(whatsapp, two({ text: long(156) }))).toEqual([]);
    expect(of(whatsapp, two({ text: "a\nb\nc" }))).toEqual(["/interactive/cards/1/text"]);
    expect(of(whatsapp, two({ buttons: [{ title: "Buy", url: "https://x.example" }] }))).toEqual(["/interactive/cards/1/buttons"]);
    expect(of(whatsapp, two({ buttons: [] }))).toEqual(["/interactive/cards/1/buttons", "/interactive/cards/1/buttons"]);
  });

  it("not in groups", () => {
    const content: OutboundContent = { kind: "interactive", interactive: { type: "catalog", text: "All" } };
    expect(whatsapp.check(content, undefined, "group")).toEqual([{ pointer: "/kind", detail: "WhatsApp's groups take no interactive messages." }]);
    expect(whatsapp.check(content, undefined, "wa_phone")).toEqual([]);
    expect(whatsapp.check({ kind: "text", text: "x" }, undefined, "group")).toEqual([]);
  });

  it("the others", () => {
    expect(of(whatsapp, { type: "link", text: "x", title: long(21), url: "https://x.example" })).toEqual(["/interactive/title"]);
    expect(of(whatsapp, { type: "quick_replies", text: "x", replies: [{ ask: "phone" }] })).toEqual(["/interactive/type"]);
    const products = (count: number, title = "New"): Interactive => ({
      type: "product_list",
      catalogId: "c",
      header: { text: "h" },
      text: "x",
      sections: [{ title, productIds: many(count, String) }],
    });
    expect(of(whatsapp, products(30))).toEqual([]);
    expect(of(whatsapp, products(31, long(25)))).toEqual(["/interactive/sections", "/interactive/sections/0/title"]);
    const flow = (more: object): Interactive => ({ type: "flow", text: "x", button: "Open", token: "t", ...more });
    expect(of(whatsapp, flow({ flowId: "1" }))).toEqual([]);
    expect(of(whatsapp, flow({}))).toEqual(["/interactive/flowId"]);
    expect(of(whatsapp, flow({ flowId: "1", flowName: "n", data: {}, button: long(31) }))).toEqual([
      "/interactive/button",
      "/interactive/flowName",
      "/interactive/screen",
    ]);
    expect(of(whatsapp, { type: "address_request", text: "x", country: "DE" })).toEqual(["/interactive/country"]);
    expect(of(whatsapp, { type: "location_request", text: long(1025) })).toEqual(["/interactive/text"]);
    const order = (more: object): Interactive => ({
      type: "order_details",
      text: "x",
      reference: long(35),
      goods: "digital",
      currency: "INR",
      country: "IN",
      paymentSettings: [{}],
      items: [{ productId: "p", name: "n", quantity: 2, amount: 100 }],
      tax: 10,
      shipping: 0,
      discount: 210,
      ...more,
    });
    expect(of(whatsapp, order({}))).toEqual([]);
    expect(of(whatsapp, order({ reference: long(36), currency: "EUR", discount: 211, header: { text: "x" } }))).toEqual([
      "/interactive/header",
      "/interactive/reference",
      "/interactive/currency",
      "/interactive/discount",
    ]);
    expect(of(whatsapp, order({ country: "BR", currency: "BRL", reference: long(60) }))).toEqual([]);
  });
});

describe.each([messenger, instagram])("$channel's interactive messages", (adapter) => {
  const name = adapter === messenger ? "Messenger" : "Instagram";

  it("buttons and links", () => {
    const buttons = (count: number): Interactive => ({
      type: "buttons",
      text: long(640),
      buttons: many(count, (index) => ({ id: `${index}`.padEnd(1000, "x"), title: long(20) })),
    });
    expect(of(adapter, buttons(3))).toEqual([]);
    expect(of(adapter, buttons(4))).toEqual(["/interactive/buttons"]);
    expect(
      of(adapter, { type: "buttons", header: { text: "h" }, text: long(641), footer: "f", buttons: [{ id: long(1000), title: long(21) }] }),
    ).toEqual(["/interactive/header", "/interactive/text", "/interactive/footer", "/interactive/buttons/0/title"]);
    expect(of(adapter, { type: "link", text: "x", title: long(21), url: "https://x.example" })).toEqual(["/interactive/title"]);
  });

  it("quick replies", () => {
    const replies = (count: number): Interactive => ({
      type: "quick_replies",
      text: "x",
      replies: many(count, (index) => ({ title: long(20), payload: `${index}` })),
    });
    expect(of(adapter, replies(13))).toEqual([]);
    expect(of(adapter, replies(14))).toEqual(["/interactive/replies"]);
    expect(of(adapter, { type: "quick_replies", text: "x", replies: [{ ask: "phone" }, { title: long(21), payload: long(1000) }] })).toEqual([
      "/interactive/replies/1/title",
    ]);
    const { max } = adapter.limits.text;
    expect(of(adapter, { type: "quick_replies", text: long(max + 1), replies: [{ ask: "email" }] })).toEqual(["/interactive/text"]);
  });

  it("cards and products", () => {
    const card = { title: long(80), text: long(80), buttons: many(3, (index) => ({ title: long(20), payload: `${index}` })) };
    expect(of(adapter, { type: "cards", cards: many(10, () => card) })).toEqual([]);
    expect(of(adapter, { type: "cards", text: "x", cards: many(11, () => card) })).toEqual(["/interactive/text", "/interactive/cards"]);
    expect(of(adapter, { type: "cards", cards: [{ title: "only a title", buttons: [] }] })).toEqual(["/interactive/cards/0"]);
    const worse = { title: long(81), text: long(81), buttons: many(4, () => ({ title: long(21), url: "https://x.example" })) };
    expect(of(adapter, { type: "cards", cards: [worse] })).toEqual([
      "/interactive/cards/0/title",
      "/interactive/cards/0/text",
      "/interactive/cards/0/buttons",
      ...many(4, (index) => `/interactive/cards/0/buttons/${index}/title`),
    ]);
    expect(of(adapter, { type: "product", catalogId: "c", productId: "p", text: "x" })).toEqual(["/interactive/text"]);
  });

  it.each<[Interactive, string]>([
    [{ type: "list", text: "x", button: "b", sections: [{ rows: [{ id: "a", title: "A" }] }] }, "lists"],
    [{ type: "catalog", text: "x" }, "catalogs"],
    [{ type: "flow", text: "x", button: "b", token: "t", flowId: "1" }, "forms"],
    [{ type: "contact_request", text: "x" }, "requests for a phone number"],
  ])("says what is not there: $0.type", (interactive, what) => {
    expect(adapter.check({ kind: "interactive", interactive })).toEqual([{ pointer: "/interactive/type", detail: `${name} has no ${what}.` }]);
  });
});

describe("what is found", () => {
  it.each(all)("points into the content and is a sentence: $channel", (adapter) => {
    const contents: OutboundContent[] = [
      { kind: "text", text: long(5000) },
      { kind: "image", attachmentId, caption: long(2000) },
      { kind: "interactive", interactive: { type: "buttons", text: long(2000), buttons: [{ id: "a", title: long(50) }] } },
    ];
    for (const content of contents) {
      for (const { pointer, detail } of adapter.check(content, files({ bytes: 200 * mb }))) {
        expect(detail).toMatch(/^[A-Z].*\.$/);
        const found = pointer
          .split("/")
          .slice(1)
          .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], content);
        expect(found, pointer).toBeDefined();
      }
    }
  });
});

describe("what is allowed when", () => {
  it("by state", () => {
    expect(whatsapp.allowed("open")).toEqual(["text", "media", "interactive", "template", "reaction"]);
    expect(whatsapp.allowed("template_only")).toEqual(["template"]);
    expect(messenger.allowed("human_agent")).toEqual(["text", "media", "template"]);
    expect(instagram.allowed("human_agent")).toEqual(["text", "media"]);
    expect(instagram.allowed("open")).not.toContain("template");
    for (const adapter of all) {
      expect(adapter.allowed("blocked")).toEqual([]);
      expect(adapter.allowed("closing")).toEqual(adapter.allowed("open"));
    }
  });
});

describe("pacing", () => {
  it.each([
    [whatsapp, { per: "account", of: "all", count: 80, everyMs: 1000 }],
    [whatsapp, { per: "account", of: "all", count: 20, everyMs: 1000, only: "coexistence" }],
    [whatsapp, { per: "pair", of: "all", count: 1, everyMs: 6000, burst: 45 }],
    [messenger, { per: "account", of: "text", count: 300, everyMs: 1000 }],
    [messenger, { per: "account", of: "audio_video", count: 10, everyMs: 1000 }],
    [instagram, { per: "account", of: "text", count: 100, everyMs: 1000 }],
    [instagram, { per: "account", of: "audio_video", count: 10, everyMs: 1000 }],
    [instagram, { per: "account", of: "private_reply", count: 750, everyMs: 3_600_000 }],
  ] as const)("%#", (adapter, rule) => expect(adapter.limits.pacing).toContainEqual(expect.objectContaining(rule)));
});
