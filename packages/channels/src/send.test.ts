import { describe, expect, it } from "vitest";
import { adapters } from "./index.ts";

const { whatsapp, messenger, instagram } = adapters;

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
