import type { ParsedItem } from "@onethread/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWebhook } from "./parse-webhook.ts";

const parse = (body: unknown) => parseWebhook(new TextEncoder().encode(JSON.stringify(body)));
function items(body: unknown): ParsedItem[] {
  const parsed = parse(body);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.items;
}
const token = "ot-0123456789abcdef";
const page = { sender: { id: "7" }, recipient: { id: "900" }, timestamp: 1793696400137 };
const pageBody = (...messaging: unknown[]) => ({ object: "page", entry: [{ id: "900", time: 1, messaging }] });
const whatsapp = (value: Record<string, unknown>, field = "messages") => ({
  object: "whatsapp_business_account",
  entry: [
    {
      id: "55",
      changes: [{ field, value: { metadata: { display_phone_number: "+44 20 7946", phone_number_id: "66" }, ...value } }],
    },
  ],
});
const text = { from: "447700900461", id: "wamid.1", timestamp: "1793696400", type: "text", text: { body: "hi" } };

describe("the body as a whole", () => {
  it.each([
    ["malformed_json", "{"],
    ["not_an_object", "7"],
    ["not_an_object", "null"],
    ["missing_key:object", "{}"],
    ["missing_key:entry", '{"object":"page"}'],
  ])("%s", (reason, body) => {
    expect(parseWebhook(new TextEncoder().encode(body))).toEqual({ ok: false, reason });
  });

  it("reads a body wrapped in an array", () => {
    const [first, second] = items([7, pageBody({ ...page, message: { mid: "m", text: "hi" } })]);
    expect(first).toMatchObject({ path: "[0]", outcome: { kind: "failed", reason: "not_an_object" } });
    expect(second).toMatchObject({ path: "[1].entry[0].messaging[0]", outcome: { kind: "events" } });
  });

  it("never throws, and gives every item a path of its own", () => {
    const keys = ["object", "entry", "id", "changes", "messaging", "standby", "field", "value", "messages", "statuses"];
    const more = ["sender", "recipient", "message", "mid", "timestamp", "type", "history", "threads", "__proto__"];
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "medium" },
        fc.constantFrom<unknown>(null, 1, "", "text", "0", "1793696400", "page", "history", true),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys, ...more), tie("tree"), { maxKeys: 6 }),
      ),
    }));
    const object = fc.constantFrom("page", "instagram", "whatsapp_business_account", "user");
    fc.assert(
      fc.property(object, fc.array(tree, { maxLength: 3 }), (name, entry) => {
        const parsed = items({ object: name, entry });
        expect(new Set(parsed.map((item) => item.path)).size).toBe(parsed.length);
        expect(parsed.length).toBeGreaterThanOrEqual(entry.length);
        for (const item of parsed) expect(item.outcome).not.toMatchObject({ reason: "parser_error" });
      }),
      { numRuns: 500 },
    );
  });
});

describe("forms of a page-style body", () => {
  it("reads Instagram's flat entries", () => {
    const value = { id: "c1", from: { id: "5", username: "ines" }, text: "price?" };
    const body = { object: "instagram", entry: [{ id: "800", time: 1793696480, field: "comments", value }] };
    expect(items(body)).toMatchObject([
      {
        path: "entry[0]",
        account: { channel: "instagram", externalId: "800" },
        outcome: { events: [{ externalId: "c1" }] },
      },
    ]);
  });

  it("reads a messaging event wrapped in a change", () => {
    const changes = [{ field: "messages", value: { ...page, message: { mid: "m1", text: "wrapped" } } }];
    expect(items({ object: "page", entry: [{ id: "900", changes }] })).toMatchObject([
      { outcome: { events: [{ externalId: "m1", content: { text: "wrapped" } }] } },
    ]);
  });

  it("makes nobody known by the dashboard's test, also under a real entry id", () => {
    const value = {
      sender: { id: "12334" },
      recipient: { id: "23245" },
      timestamp: "1527459824",
      message: { mid: "t", text: "x" },
    };
    const changes = [{ field: "messages", value }];
    for (const object of ["page", "instagram"]) {
      const [item] = items({ object, entry: [{ id: "900", changes }] });
      expect(item?.outcome).toEqual({
        kind: "events",
        events: [{ type: "account", occurredAt: 1527459824000, code: "test_event", level: "info", data: { field: null } }],
      });
    }
  });

  it("says what is wrong with a broken place", () => {
    const entry = [{ id: "900", messaging: {} }, 7, { id: "900" }, { id: "900", messaging: [] }];
    expect(items({ object: "page", entry }).map(({ path, outcome }) => [path, outcome])).toEqual([
      ["entry[0].messaging", { kind: "failed", reason: "wrong_type:messaging" }],
      ["entry[1]", { kind: "failed", reason: "wrong_type:item" }],
      ["entry[2]", { kind: "skipped", reason: "entry_empty" }],
      ["entry[3]", { kind: "skipped", reason: "entry_empty" }],
    ]);
  });
});

describe("hand-over tokens", () => {
  const tokenOf = (item: ParsedItem | undefined): unknown =>
    item?.outcome.kind === "events" ? (item.outcome.events[0] as { token?: string }).token : "none";

  it.each([
    ["a WhatsApp text", whatsapp({ messages: [{ ...text, text: { body: `Hello! My code: ${token.toUpperCase()}` } }] })],
    ["a referral", pageBody({ ...page, referral: { ref: token, source: "SHORTLINK" } })],
    ["a postback's referral", pageBody({ ...page, postback: { mid: "m", title: "Get Started", payload: "GO", referral: { ref: token } } })],
    ["a postback's payload", pageBody({ ...page, postback: { title: "Go", payload: `x:${token}` } })],
    ["a message's referral", pageBody({ ...page, message: { mid: "m", text: "hi", referral: { ref: token } } })],
  ])("is found in %s", (_, body) => expect(tokenOf(items(body)[0])).toBe(token));

  it("is not taken from what the business itself wrote", () => {
    const echo = { sender: { id: "900" }, recipient: { id: "7" }, timestamp: 1793696400137 };
    expect(tokenOf(items(pageBody({ ...echo, message: { mid: "m", is_echo: true, text: token } }))[0])).toBeUndefined();
    const sent = { ...text, from: "44207946", to: "447700900461", text: { body: token } };
    expect(tokenOf(items(whatsapp({ message_echoes: [sent] }, "smb_message_echoes"))[0])).toBeUndefined();
  });
});

describe("synthetic ids", () => {
  const idOf = (event: unknown): string => {
    const outcome = items(pageBody(event))[0]?.outcome;
    return outcome?.kind === "events" ? (outcome.events[0] as { externalId: string }).externalId : "none";
  };
  it("are the same for the same item and differ otherwise", () => {
    const postback = { ...page, postback: { title: "Go", payload: "A" } };
    expect(idOf(postback)).toBe(idOf(structuredClone(postback)));
    expect(idOf(postback)).not.toBe(idOf({ ...postback, timestamp: page.timestamp + 1 }));
    expect(idOf(postback)).not.toBe(idOf({ ...postback, sender: { id: "8" } }));
    expect(idOf(postback)).not.toBe(idOf({ ...page, postback: { title: "Go", payload: "B" } }));
    expect(idOf({ ...page, referral: { ref: "a" } })).not.toBe(idOf({ ...page, referral: { ref: "b" } }));
  });
});
