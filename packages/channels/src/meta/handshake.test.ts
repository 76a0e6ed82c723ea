import { describe, expect, it } from "vitest";
import { answerHandshake } from "./handshake.ts";

const dots = { "hub.mode": "subscribe", "hub.verify_token": "right", "hub.challenge": "1158201444" };
const underscores = { hub_mode: "subscribe", hub_verify_token: "right", hub_challenge: "1158201444" };

describe("answerHandshake", () => {
  it.each([dots, underscores])("gives the challenge back", (query) => {
    expect(answerHandshake(query, ["other", "right"])).toEqual({ ok: true, challenge: "1158201444", tokenIndex: 1 });
  });

  it.each([
    ["wrong", { ...dots, "hub.verify_token": "wrong" }],
    ["no_token", { ...dots, "hub.verify_token": "" }],
    ["no_handshake", { ...dots, "hub.mode": "unsubscribe" }],
    ["no_handshake", { "hub.mode": "subscribe", "hub.verify_token": "right" }],
    ["no_token", { "hub.mode": "subscribe", "hub.challenge": "1" }],
    ["no_handshake", {}],
    ["spaces", { ...dots, "hub.verify_token": " right\n" }],
    ["case", { ...dots, "hub.verify_token": "Right" }],
  ])("refuses as %s: %o", (reason, query) => expect(answerHandshake(query, ["right", ""])).toMatchObject({ ok: false, refused: { reason } }));

  it("says what a wrong token begins with, never more than a quarter of it, and nothing strange", () => {
    const told = (token: string) => answerHandshake({ ...dots, "hub.verify_token": token }, ["right"]);
    expect(told("abcdefghijklmnop")).toEqual({ ok: false, refused: { reason: "wrong", start: "abc", length: 16 } });
    expect(told("abcd")).toMatchObject({ refused: { start: "a", length: 4 } });
    expect(told("\u202e<b>hijklmnop")).toMatchObject({ refused: { start: "?<b" } });
    expect(answerHandshake(dots, [""])).toMatchObject({ ok: false, refused: { reason: "not_set" } });
  });
});
