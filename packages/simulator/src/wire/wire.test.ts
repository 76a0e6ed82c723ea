import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeInstagramMid, makeMessengerMid, makePhone, makeUserId, makeWamid } from "./make-id.ts";
import {
  instagramRead,
  messagingEcho,
  messagingReferral,
  messagingText,
  messengerDelivery,
  messengerGetStarted,
  messengerRead,
} from "./messaging.ts";
import { misdeliver } from "./misdeliver.ts";
import { serialise } from "./serialise.ts";
import { sign } from "./sign.ts";
import { whatsappStatuses, whatsappText } from "./whatsapp.ts";

describe("serialise and sign", () => {
  it("escapes as Meta does", () => {
    expect(serialise({ text: "äöå a/b 👋 \u007f" })).toBe('{"text":"\\u00e4\\u00f6\\u00e5 a\\/b \\ud83d\\udc4b \u007f"}');
  });

  it("is plain ASCII and gives every value back", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const raw = serialise(value);
        expect(raw).toMatch(/^[ -\x7f]*$/);
        expect(raw).not.toMatch(/[^\\]\//);
        expect(JSON.parse(raw)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("signs the bytes, so that a rewritten body no longer fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ minLength: 1 }), (text, secret) => {
        const raw = serialise({ text: `${text}é` });
        const expected = createHmac("sha256", secret).update(Buffer.from(raw)).digest("hex");
        expect(sign(raw, secret)).toBe(`sha256=${expected}`);
        expect(sign(JSON.stringify(JSON.parse(raw)), secret)).not.toBe(sign(raw, secret));
      }),
    );
  });
});

describe("WhatsApp bodies", () => {
  const account = { externalId: "66", wabaId: "55", displayPhoneNumber: "+44 20 7946 0182" };
  const both = { name: "Maya", phone: "447700900461", userId: "GB.1" };

  it("writes a text", () => {
    expect(whatsappText(account, both, { id: "wamid.1", text: "hi", at: 1793696400999, replyTo: "wamid.0" })).toEqual({
      object: "whatsapp_business_account",
      entry: [
        {
          id: "55",
          changes: [
            {
              field: "messages",
              value: {
                messaging_product: "whatsapp",
                metadata: { display_phone_number: "442079460182", phone_number_id: "66" },
                contacts: [{ profile: { name: "Maya" }, wa_id: "447700900461", user_id: "GB.1" }],
                messages: [
                  {
                    context: { from: "442079460182", id: "wamid.0" },
                    from: "447700900461",
                    from_user_id: "GB.1",
                    id: "wamid.1",
                    timestamp: "1793696400",
                    type: "text",
                    text: { body: "hi" },
                  },
                ],
              },
            },
          ],
        },
      ],
    });
  });

  it("leaves the phone out for a person with a username", () => {
    const raw = serialise(whatsappText(account, { name: "Maya", userId: "GB.1", username: "maya.t" }, { id: "w", text: "hi", at: 1e12 }));
    expect(raw).not.toMatch(/"from":|wa_id/);
    expect(raw).toMatch(/"from_user_id":"GB\.1"/);
  });

  it("has no contact beside a failure", () => {
    const error = { code: 131047, title: "Re-engagement message", details: "More than 24 hours" };
    const failed = whatsappStatuses(account, both, [{ id: "w", status: "failed", at: 1e12, callbackData: "m", error }]);
    const { value } = (failed as { entry: { changes: { value: Record<string, unknown> }[] }[] }).entry[0]?.changes[0] ?? {};
    expect(value).not.toHaveProperty("contacts");
    expect(value).toMatchObject({
      statuses: [{ status: "failed", biz_opaque_callback_data: "m", errors: [{ code: 131047 }] }],
    });
    const sent = whatsappStatuses(account, both, [{ id: "w", status: "sent", at: 1e12 }]);
    expect(serialise(sent)).toMatch(/"contacts":.*"pricing":/);
  });
});

describe("page-style bodies", () => {
  const page = { channel: "messenger", externalId: "900" } as const;
  const insta = { channel: "instagram", externalId: "800" } as const;
  const event = (body: Record<string, unknown>): unknown => (body as { entry: { messaging: unknown[] }[] }).entry[0]?.messaging[0];

  it("lets persons and businesses be the sender of what they did", () => {
    expect(event(messagingText(page, "7", { id: "m1", text: "hi", at: 5 }))).toEqual({
      sender: { id: "7" },
      recipient: { id: "900" },
      timestamp: 5,
      message: { mid: "m1", text: "hi" },
    });
    const echo = { id: "m2", text: "yes", at: 6, appId: "902277410365518", metadata: "msg" };
    expect(event(messagingEcho(page, "7", echo))).toMatchObject({
      sender: { id: "900" },
      recipient: { id: "7" },
      message: { is_echo: true, app_id: 902277410365518, metadata: "msg" },
    });
    expect(event(messagingEcho(insta, "7", echo))).not.toHaveProperty("message.metadata");
  });

  it("tells receipts each channel's way", () => {
    expect(event(messengerDelivery(page, "7", ["m1"], 9))).not.toHaveProperty("timestamp");
    expect(event(messengerRead(page, "7", 9))).toMatchObject({ read: { watermark: 9 } });
    expect(event(instagramRead(insta, "7", "m1", 9))).toMatchObject({ read: { mid: "m1" } });
  });

  it("puts a ref where each channel puts it", () => {
    expect(event(messagingReferral(insta, "7", "ot-1", 9))).toMatchObject({
      referral: { ref: "ot-1", source: "SHORTLINK" },
    });
    expect(event(messengerGetStarted(page, "7", { id: "m", at: 9, ref: "ot-1" }))).toMatchObject({
      postback: { payload: "GET_STARTED", referral: { ref: "ot-1" } },
    });
    expect(event(messengerGetStarted(page, "7", { id: "m", at: 9 }))).not.toHaveProperty("postback.referral");
  });
});

describe("ids", () => {
  it.each([
    [makeWamid, /^wamid\.[A-Za-z0-9+/=]+$/],
    [makeMessengerMid, /^m_[A-Za-z0-9]+-[A-Za-z0-9]+$/],
    [makeInstagramMid, /^aWdfZAG1[A-Za-z0-9]+$/],
    [makeUserId, /^GB\.\d{14}$/],
    [makePhone, /^447700900\d{3}$/],
  ])("%#", (make, form) => {
    expect(make()).toMatch(form);
    if (make !== makePhone) expect(new Set(Array.from({ length: 200 }, make)).size).toBe(200);
  });
});

describe("misdeliver", () => {
  it("keeps every body, whatever the batches and the order", () => {
    const body = fc.record({ object: fc.constantFrom("page", "instagram"), n: fc.integer() });
    const rate = fc.constantFrom(0, 0.5, 1);
    fc.assert(
      fc.property(
        fc.array(body),
        fc.integer({ min: 1, max: 5 }),
        rate,
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (list, batchSize, duplicateRate, stream) => {
          const random = () => stream.next().value as number;
          const bodies = list.map(({ object, n }, i) => ({ object, entry: [{ n, i }] }));
          const out = misdeliver(bodies, { batchSize, duplicateRate, shuffle: true, random }) as typeof bodies;
          const seen = out.flatMap(({ object, entry }) => entry.map(({ i }) => `${object}:${i}`));
          expect(new Set(seen)).toEqual(new Set(bodies.map(({ object }, i) => `${object}:${i}`)));
          if (duplicateRate !== 0.5) expect(seen.length).toBe(bodies.length * (1 + duplicateRate));
          for (const { entry } of out) expect(entry.length).toBeLessThanOrEqual(batchSize);
        },
      ),
    );
  });
});
