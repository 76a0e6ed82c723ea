import { describe, expect, it } from "vitest";
import { answerHandshake } from "./handshake.ts";

const dots = { "hub.mode": "subscribe", "hub.verify_token": "right", "hub.challenge": "1158201444" };
const underscores = { hub_mode: "subscribe", hub_verify_token: "right", hub_challenge: "1158201444" };

describe("answerHandshake", () => {
  it.each([dots, underscores])("gives the challenge back", (query) => {
    expect(answerHandshake(query, ["other", "right"])).toEqual({ ok: true, challenge: "1158201444", tokenIndex: 1 });
  });

  it.each([
    { ...dots, "hub.verify_token": "wrong" },
    { ...dots, "hub.verify_token": "" },
    { ...dots, "hub.mode": "unsubscribe" },
    { "hub.mode": "subscribe", "hub.verify_token": "right" },
    { "hub.mode": "subscribe", "hub.challenge": "1" },
    {},
  ])("refuses %o", (query) => expect(answerHandshake(query, ["right", ""])).toEqual({ ok: false }));
});
