import type { SendRequest } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { adapters } from "./index.ts";

const request = (more: Partial<SendRequest>): SendRequest => ({
  accountExternalId: "900",
  recipient: { kind: "psid", value: "7" },
  content: { kind: "text", text: "Hello" },
  files: new Map(),
  messageId: "msg-1",
  humanAgent: false,
  ...more,
});
const { whatsapp, messenger, instagram } = adapters;

describe("renderText", () => {
  it("WhatsApp to a phone", () => {
    const recipient = { kind: "wa_phone", value: "447700900461" } as const;
    expect(whatsapp.renderText(request({ recipient, replyTo: "wamid.1" }))).toEqual({
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

  it("WhatsApp to a user id", () => {
    const { body } = whatsapp.renderText(request({ recipient: { kind: "wa_bsuid", value: "GB.1" } }));
    expect(body).toMatchObject({ recipient: "GB.1" });
    expect(body).not.toHaveProperty("to");
    expect(body).not.toHaveProperty("context");
  });

  it("Messenger", () => {
    expect(messenger.renderText(request({ replyTo: "m1" }))).toEqual({
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
    expect(messenger.renderText(request({ recipient: { kind: "user_ref", value: "g" }, humanAgent: true })).body).toEqual({
      recipient: { user_ref: "g" },
      messaging_type: "MESSAGE_TAG",
      tag: "HUMAN_AGENT",
      message: { text: "Hello", metadata: "msg-1" },
    });
  });

  it("Instagram in both flavours", () => {
    const recipient = { kind: "igsid", value: "7" } as const;
    expect(instagram.renderText(request({ recipient, flavour: "instagram_login" }))).toEqual({
      host: "instagram",
      method: "POST",
      path: "/v25.0/900/messages",
      body: { recipient: { id: "7" }, messaging_type: "RESPONSE", message: { text: "Hello" } },
    });
    const page = instagram.renderText(request({ recipient, flavour: "page", humanAgent: true }));
    expect(page).toMatchObject({ host: "facebook", body: { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } });
  });

  it.each([whatsapp, messenger, instagram])("throws for a foreign recipient: $channel", (adapter) => {
    expect(() => adapter.renderText(request({ recipient: { kind: "email", value: "x" } }))).toThrow(/cannot be sent/);
  });
});

describe("measureText", () => {
  it.each([
    [whatsapp, 4096, "characters", 8],
    [messenger, 2000, "characters", 8],
    [instagram, 1000, "bytes", 15],
  ] as const)("%#", (adapter, max, unit, size) => {
    expect(adapter.limits.text).toEqual({ max, unit });
    expect(adapter.measureText("سلام 👋 x")).toBe(size);
    expect(adapter.measureText("")).toBe(0);
  });
});

describe("handOverLink", () => {
  const token = "ot-0123456789abcdef";
  it.each([
    [whatsapp, { externalId: "66", displayPhoneNumber: "+44 20 7946-0182" }, /^https:\/\/wa\.me\/442079460182\?text=[^ ]*ot-0123456789abcdef$/],
    [messenger, { externalId: "900" }, /^https:\/\/m\.me\/900\?ref=ot-0123456789abcdef$/],
    [instagram, { externalId: "800", username: "@knit.wear" }, /^https:\/\/ig\.me\/m\/knit\.wear\?ref=ot-0123456789abcdef$/],
  ])("%#", (adapter, address, url) => {
    expect(adapter.handOverLink(address, token)).toEqual({ url: expect.stringMatching(url) });
  });

  it("is unknown without a public address", () => {
    expect(whatsapp.handOverLink({ externalId: "66" }, token)).toEqual({ unknown: true });
    expect(whatsapp.handOverLink({ externalId: "66", displayPhoneNumber: "" }, token)).toEqual({ unknown: true });
    expect(instagram.handOverLink({ externalId: "800" }, token)).toEqual({ unknown: true });
  });
});

describe("readSendResponse", () => {
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({ status, headers, body });
  const error = (code: number, error_subcode?: number) => ({
    error: { message: `(#${code}) text`, code, error_subcode },
  });

  it("takes the id", () => {
    const accepted = {
      contacts: [{ input: "+44", wa_id: "44" }],
      messages: [{ id: "wamid.1", message_status: "accepted" }],
    };
    expect(whatsapp.readSendResponse(answer(200, accepted))).toEqual({ kind: "sent", externalId: "wamid.1" });
    for (const adapter of [messenger, instagram]) {
      const outcome = adapter.readSendResponse(answer(200, { recipient_id: "7", message_id: "m1" }));
      expect(outcome).toEqual({ kind: "sent", externalId: "m1" });
    }
  });

  it.each([
    [200, {}],
    [200, "<html>"],
    [200, null],
    [302, null],
    [408, null],
    [500, null],
    [502, "<html>"],
    [503, { error: "text" }],
  ])("does not know after %d %o", (status, body) => {
    for (const adapter of [whatsapp, messenger, instagram]) {
      expect(adapter.readSendResponse(answer(status, body)).kind).toBe("unknown");
    }
  });

  it.each([whatsapp, messenger, instagram])("waits after 429 as long as it is told: $channel", (adapter) => {
    const told = adapter.readSendResponse(answer(429, null, { "Retry-After": "7" }));
    expect(told).toMatchObject({ kind: "retry", afterMs: 7_000, error: { class: "retry_after" } });
    // A 429 with a code in no list is throttling all the same.
    expect(adapter.readSendResponse(answer(429, error(424242)))).toMatchObject({
      kind: "retry",
      error: { code: "424242" },
    });
    expect(adapter.readSendResponse(answer(400, error(4), { "retry-after": "9" }))).toMatchObject({
      kind: "retry",
      afterMs: 9_000,
    });
  });

  it.each([
    [131056, "retry", "retry_after"],
    [130429, "retry", "retry_after"],
    [131016, "retry", "retry_after"],
    [131000, "retry", "retry_after"],
    [131057, "retry", "retry_after"],
    [190, "rejected", "token_broken"],
    [0, "rejected", "token_broken"],
    [210, "rejected", "token_broken"],
    [131047, "rejected", "window_closed"],
    [131026, "rejected", "invalid_recipient"],
    [131050, "rejected", "consent_withdrawn"],
    [131048, "rejected", "limit"],
    [131031, "rejected", "policy"],
    [100, "rejected", "our_bug"],
    [999999, "rejected", "unknown"],
  ])("WhatsApp %d", (code, kind, errorClass) => {
    const outcome = whatsapp.readSendResponse(answer(code === 131016 ? 500 : 400, error(code)));
    expect(outcome).toMatchObject({
      kind,
      error: { code: String(code), class: errorClass, message: `(#${code}) text` },
    });
  });

  it.each([
    [1, undefined, "retry", "retry_after"],
    [1, 1357046, "unknown", "unknown"],
    [2, 2018344, "rejected", "policy"],
    [613, 2534040, "retry", "retry_after"],
    [10, 2018278, "rejected", "window_closed"],
    [10, 2534022, "rejected", "window_closed"],
    [10, 1893063, "rejected", "policy"],
    [10, undefined, "rejected", "token_broken"],
    [100, 2018001, "rejected", "invalid_recipient"],
    [100, undefined, "rejected", "our_bug"],
    [190, 463, "rejected", "token_broken"],
    [200, 2534041, "rejected", "token_broken"],
    [551, undefined, "rejected", "invalid_recipient"],
    [12345, undefined, "rejected", "unknown"],
  ])("Messenger and Instagram %d/%s", (code, subcode, kind, errorClass) => {
    for (const adapter of [messenger, instagram]) {
      expect(adapter.readSendResponse(answer(400, error(code, subcode)))).toMatchObject({
        kind,
        error: { code: subcode === undefined ? String(code) : `${code}/${subcode}`, class: errorClass },
      });
    }
  });

  it("shows WhatsApp's details and refuses what is plainly refused", () => {
    const body = { error: { message: "(#131047)", code: 131047, error_data: { details: "More than 24 hours" } } };
    expect(whatsapp.readSendResponse(answer(400, body))).toMatchObject({ error: { message: "More than 24 hours" } });
    expect(whatsapp.readSendResponse(answer(401, "no"))).toMatchObject({
      kind: "rejected",
      error: { class: "token_broken" },
    });
    expect(whatsapp.readSendResponse(answer(404, "no"))).toMatchObject({
      kind: "rejected",
      error: { code: "http_404" },
    });
  });
});

describe("profiles", () => {
  it("asks and reads", () => {
    expect(instagram.renderProfileRequest?.("7", "instagram_login")).toMatchObject({
      host: "instagram",
      method: "GET",
    });
    expect(messenger.renderProfileRequest?.("7").path).toMatch(/^\/v25\.0\/7\?fields=/);
    expect(whatsapp.renderProfileRequest).toBeUndefined();
    const read = (status: number, body: unknown) => messenger.readProfile?.({ status, headers: {}, body });
    expect(read(200, { first_name: "Maya", last_name: "Trent" })).toEqual({
      name: "Maya Trent",
      username: null,
      pictureUrl: null,
    });
    expect(read(200, { name: null, username: "zoe.k" })).toMatchObject({ name: null, username: "zoe.k" });
    expect(read(200, {})).toBeNull();
    expect(read(400, { error: { code: 100 } })).toBeNull();
  });
});
