import type { InboundEvent, ItemOutcome, ParsedItem } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { parseBody } from "./parse.ts";

const metadata = { display_phone_number: "+44 20 7946 0182", phone_number_id: "66" };
const body = (value: Record<string, unknown>, field = "messages") => ({
  object: "whatsapp_business_account",
  entry: [{ id: "55", changes: [{ field, value: { metadata, ...value } }] }],
});
const parse = (value: Record<string, unknown>, field?: string): ParsedItem[] => parseBody(body(value, field), "");
const outcome = (value: Record<string, unknown>, field?: string): ItemOutcome | undefined => parse(value, field)[0]?.outcome;
function event(value: Record<string, unknown>, field?: string): InboundEvent {
  const found = outcome(value, field);
  if (found?.kind !== "events") throw new Error(JSON.stringify(found));
  return found.events[0] as InboundEvent;
}
const base = { from: "447700900461", id: "wamid.1", timestamp: "1793696400" };
const text = { ...base, type: "text", text: { body: "hi" } };

describe("who wrote", () => {
  it("tells a user id by its form wherever it stands", () => {
    const message = { ...text, from: "GB.481209", from_parent_user_id: "GB.ENT.70041" };
    expect(event({ messages: [message] })).toMatchObject({
      customer: {
        keys: [
          { kind: "wa_bsuid", scope: "55", value: "GB.481209" },
          { kind: "wa_bsuid_parent", scope: "55", value: "GB.ENT.70041" },
        ],
      },
    });
  });

  it("takes name, username and further ids from the contact with the same id", () => {
    const contacts = [
      { profile: { name: "Other" }, wa_id: "1", user_id: "GB.9" },
      { profile: { name: "Maya", username: "@maya.trent" }, wa_id: "447700900461", user_id: "GB.481209" },
    ];
    const message = { ...text, from: undefined, from_user_id: "GB.481209" };
    expect(event({ contacts, messages: [message] })).toMatchObject({
      customer: {
        name: "Maya",
        username: "maya.trent",
        keys: [
          { kind: "wa_bsuid", value: "GB.481209" },
          { kind: "wa_phone", scope: "", value: "447700900461" },
        ],
      },
    });
  });

  it("does not take a contact that names another user for the same phone", () => {
    const contacts = [{ profile: { name: "Wrong" }, wa_id: "447700900461", user_id: "GB.2" }];
    const found = event({ contacts, messages: [{ ...text, from_user_id: "GB.1" }] });
    expect(found).toMatchObject({ customer: { keys: [{ value: "GB.1" }, { value: "447700900461" }] } });
    expect(found).not.toHaveProperty("customer.name");
  });

  it("does not make a shared card of somebody else an address of the sender", () => {
    const card = { phones: [{ phone: "+49 171", wa_id: "49171" }], origin: "other" };
    expect(event({ messages: [{ ...base, type: "contacts", contacts: [card] }] })).toMatchObject({
      customer: { keys: [{ value: "447700900461" }] },
    });
  });

  it("follows a number change in its old form", () => {
    const system = {
      type: "customer_changed_number",
      body: "changed",
      new_wa_id: "447700900533",
      customer: "447700900461",
    };
    expect(event({ messages: [{ ...base, type: "system", system }] })).toMatchObject({
      content: { kind: "system", text: "changed" },
      customer: { keys: [{ kind: "wa_phone", value: "447700900533" }] },
      formerKeys: [{ kind: "wa_phone", value: "447700900461" }],
    });
  });

  it("makes no former key of a notice without a new address", () => {
    const system = { type: "customer_identity_changed", body: "The security code changed" };
    const found = event({ messages: [{ ...base, type: "system", system }] });
    expect(found).toMatchObject({ customer: { keys: [{ value: "447700900461" }] } });
    expect(found).not.toHaveProperty("formerKeys");
  });
});

describe("what was done", () => {
  it.each([
    [
      { reaction: { message_id: "wamid.2" }, type: "reaction" },
      { type: "reaction", emoji: null, by: "customer" },
    ],
    [
      { reaction: { message_id: "wamid.2", emoji: "" }, type: "reaction" },
      { type: "reaction", emoji: null },
    ],
    [
      { edit: { original_message_id: "wamid.2", message: { type: "text", text: { body: "new" } } }, type: "edit" },
      { type: "edit", target: "wamid.2", text: "new", editNum: null, eventId: "wamid.1" },
    ],
    [
      { revoke: { original_message_id: "wamid.2" }, type: "revoke" },
      { type: "deletion", target: "wamid.2" },
    ],
    [{ type: "text", text: { body: "" } }, { content: { kind: "text", text: "" } }],
    [{ type: "button", button: { text: "Yes", payload: "Y" } }, { content: { kind: "button_reply", text: "Yes", payload: "Y" } }],
    [{ type: "hologram", hologram: { caption: "look" } }, { content: { platformType: "hologram", text: "look" } }],
    [{ ...text, group_id: "G1" }, { group: "G1" }],
  ])("%o", (message, want) => expect(event({ messages: [{ ...base, ...message }] })).toMatchObject(want));

  it("reads what the business did on its phone", () => {
    const echo = { from: "442079460182", to: "447700900461", id: "wamid.9", timestamp: "1793696400" };
    const revoke = { ...echo, type: "revoke", revoke: { original_message_id: "wamid.2" } };
    expect(event({ message_echoes: [revoke] }, "smb_message_echoes")).toMatchObject({
      type: "deletion",
      target: "wamid.2",
      customer: { keys: [{ value: "447700900461" }] },
    });
    const reaction = { ...echo, type: "reaction", reaction: { message_id: "wamid.2", emoji: "👍" } };
    expect(event({ message_echoes: [reaction] }, "smb_message_echoes")).toMatchObject({ by: "business", emoji: "👍" });
  });

  it("marks what another app holds as standby", () => {
    expect(event({ standby: { messages: [text] } }, "standby")).toMatchObject({
      source: "standby",
      direction: "inbound",
    });
    const statuses = [{ id: "wamid.2", status: "read", timestamp: "1793696400" }];
    expect(event({ standby: { statuses } }, "standby")).toMatchObject({ type: "status", status: "read" });
  });
});

describe("statuses", () => {
  const status = { id: "wamid.2", status: "sent", timestamp: "1793696400" };
  it("carries our message id and the error", () => {
    const errors = [{ code: 131026, title: "Message undeliverable" }];
    const failed = { ...status, status: "failed", biz_opaque_callback_data: "msg-1", errors };
    expect(event({ statuses: [failed] })).toEqual({
      type: "status",
      target: "wamid.2",
      status: "failed",
      occurredAt: 1793696400000,
      callbackData: "msg-1",
      error: expect.objectContaining({ code: "131026", class: "invalid_recipient" }),
    });
  });

  it("skips a word it does not know", () => {
    expect(outcome({ statuses: [{ ...status, status: "warning" }] })).toEqual({ kind: "skipped", reason: "status_unknown" });
  });

  it("never takes a payment or a call for a delivery", () => {
    const failed = { kind: "failed", reason: "missing_key:recipient_id" };
    expect(outcome({ statuses: [{ ...status, type: "payment", status: "failed" }] })).toEqual(failed);
    expect(outcome({ statuses: [{ ...status, type: "call", status: "RINGING" }] })).toEqual(failed);
  });
});

describe("places", () => {
  it("names the account and what the body tells about it", () => {
    expect(parse({ messages: [text] })[0]).toMatchObject({
      account: { channel: "whatsapp", externalId: "66" },
      accountFacts: { wabaId: "55", displayPhoneNumber: "+44 20 7946 0182" },
    });
  });

  it.each<[string, Record<string, unknown>, string, ItemOutcome]>([
    ["no number", { metadata: {}, messages: [text] }, "messages", { kind: "failed", reason: "missing_key:metadata.phone_number_id" }],
    ["no list", {}, "messages", { kind: "skipped", reason: "change_empty" }],
    ["a list that is none", { messages: {} }, "messages", { kind: "failed", reason: "wrong_type:messages" }],
    ["a message that is none", { messages: [7] }, "messages", { kind: "failed", reason: "wrong_type:item" }],
    ["a text without body", { messages: [{ ...base, type: "text" }] }, "messages", { kind: "failed", reason: "missing_key:text" }],
    ["a bad time", { messages: [{ ...text, timestamp: "soon" }] }, "messages", { kind: "failed", reason: "wrong_type:timestamp" }],
    ["an unknown field", { messages: [text] }, "crystal_ball", { kind: "skipped", reason: "field_unknown" }],
    ["an empty history", { history: [{ threads: [] }] }, "history", { kind: "skipped", reason: "history_empty" }],
    ["a contact that is none", { state_sync: [{ type: "contact" }] }, "smb_app_state_sync", { kind: "failed", reason: "missing_key:contact" }],
    ["a sync of something else", { state_sync: [{ type: "label" }] }, "smb_app_state_sync", { kind: "skipped", reason: "state_sync_unknown" }],
  ])("%s", (_, value, field, want) => expect(outcome(value, field)).toEqual(want));
});
