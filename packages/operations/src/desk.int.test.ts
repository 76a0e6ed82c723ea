import { type Actor, toTypeId } from "@onethread/core";
import { readMergeSuggestions, readTimeline } from "@onethread/db/read";
import { createWorld, customerWrites, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announceTyping } from "./announce-typing.ts";
import { claimIdentity } from "./claim-identity.ts";
import { fetchProfiles } from "./fetch-profiles.ts";
import { markRead } from "./mark-read.ts";
import { sweep } from "./sweep.ts";
import { updateConversation } from "./update-conversation.ts";
import { updateCustomer } from "./update-customer.ts";
import { writeNote } from "./write-note.ts";

let world: World;
const page = "330009";
beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: page });
});
afterAll(() => world.close());

const system = (): Actor => ({ kind: "system", workspaceId: world.workspaceId });
const viewer = (): Actor => ({ kind: "agent", workspaceId: world.workspaceId, agentId: crypto.randomUUID(), name: "V", role: "viewer" });
const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);

/** Somebody writes these texts; answers whose conversation it is. */
async function writes(person: string, ...texts: string[]): Promise<{ customerId: string; conversationId: string; items: string[] }> {
  const start = world.clock.now.getTime() - 60_000;
  let [conversationId, customerId] = ["", ""];
  for (const [index, text] of texts.entries())
    ({ id: conversationId, customerId } = await customerWrites(world, { page, text, person, at: start + index * 1000 }));
  const items = await rows("SELECT id FROM items WHERE conversation_id = $1 ORDER BY seq", conversationId);
  return { customerId, conversationId, items: items.map((row: { id: string }) => row.id) };
}

describe("mark-read", () => {
  it("counts what came in after the item that was seen, and refuses another conversation's item", async () => {
    const { conversationId, items } = await writes("9001", "one", "two", "three");
    const other = await writes("9002", "elsewhere");
    expect(await rows("SELECT unread FROM conversations WHERE id = $1", conversationId)).toEqual([{ unread: 3 }]);
    expect(await markRead(world.context, system(), conversationId, items[1] ?? "")).toEqual({ ok: true, value: { unread: 1 } });
    expect(code(await markRead(world.context, system(), conversationId, other.items[0] ?? ""))).toBe("invalid_request");
    expect(code(await markRead(world.context, viewer(), conversationId, items[2] ?? ""))).toBe("forbidden");
    expect(await markRead(world.context, system(), conversationId, items[2] ?? "")).toEqual({ ok: true, value: { unread: 0 } });
  });
});

describe("snoozing until the customer replies", () => {
  it("needs no time, is not woken by the clock, and ends with their message", async () => {
    const { conversationId } = await writes("9021", "hello");
    expect(code(await updateConversation(world.context, system(), conversationId, { status: "snoozed" }))).toBe("invalid_request");
    const past = new Date(world.clock.now.getTime() - 1000);
    expect(code(await updateConversation(world.context, system(), conversationId, { status: "snoozed", snoozedUntil: past }))).toBe(
      "invalid_request",
    );
    const snoozed = await updateConversation(world.context, system(), conversationId, { status: "snoozed", snoozedUntil: null });
    expect(snoozed).toMatchObject({ ok: true, value: { status: "snoozed", snoozedUntil: null } });
    const before = world.clock.now;
    world.clock.now = new Date(before.getTime() + 400 * 86_400_000);
    await sweep(world.context);
    world.clock.now = new Date(before.getTime() + 5000);
    expect(await rows("SELECT status FROM conversations WHERE id = $1", conversationId)).toEqual([{ status: "snoozed" }]);
    await writes("9021", "one more thing");
    expect(await rows("SELECT status FROM conversations WHERE id = $1", conversationId)).toEqual([{ status: "open" }]);
  });
});

describe("announce-typing", () => {
  it("is news of that conversation and nothing else", async () => {
    const { conversationId } = await writes("9003", "hello");
    world.news.length = 0;
    expect(code(await announceTyping(world.context, system(), conversationId))).toBe("ok");
    expect(world.news).toEqual([{ workspaceId: world.workspaceId, kind: "typing", ids: [], conversationId }]);
    expect(code(await announceTyping(world.context, system(), crypto.randomUUID()))).toBe("not_found");
    expect(code(await announceTyping(world.context, viewer(), conversationId))).toBe("forbidden");
  });
});

describe("write-note", () => {
  it("is news of a note, not of a message", async () => {
    const { conversationId } = await writes("9010", "hello");
    world.news.length = 0;
    const note = await writeNote(world.context, system(), conversationId, { text: "Ask Lena first." });
    if (!note.ok) throw new Error(note.error.code);
    expect(note.value.id).toMatch(/^not_/);
    expect(world.news).toMatchObject([{ kind: "note", conversationId }]);
    expect(toTypeId("note", world.news[0]?.ids[0] ?? "")).toBe(note.value.id);
  });
});

describe("claim-identity", () => {
  it("suggests a merge, and never makes one", async () => {
    const [one, two] = [await writes("9004", "hello"), await writes("9005", "hello")];
    const claim = { kind: "email", value: "Mo@Example.com" } as const;
    for (const { customerId } of [one, two]) expect(code(await claimIdentity(world.context, system(), customerId, claim))).toBe("ok");
    expect(code(await claimIdentity(world.context, system(), one.customerId, claim))).toBe("ok");
    expect(await rows("SELECT value, strength FROM identities WHERE kind = 'email' AND customer_id = $1", one.customerId)).toEqual([
      { value: "mo@example.com", strength: "claimed" },
    ]);
    const suggestions = await readMergeSuggestions(world.database, system());
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]?.evidence).toEqual([{ kind: "same_email", detail: "mo@example.com" }]);
    expect(await rows("SELECT id FROM merges")).toEqual([]);
  });

  it("refuses what is no address", async () => {
    const { customerId } = await writes("9006", "hello");
    expect(code(await claimIdentity(world.context, system(), customerId, { kind: "email", value: "nobody" }))).toBe("invalid_request");
    expect(code(await claimIdentity(world.context, system(), customerId, { kind: "phone", value: "12" }))).toBe("invalid_request");
  });
});

describe("names", () => {
  it("come from the platform's profile, until a person sets one", async () => {
    world.answer = async () => ({ status: 200, headers: {}, body: { first_name: "Noor", last_name: "Haddad" } });
    const { customerId } = await writes("9007", "hello");
    world.calls.length = 0;
    await fetchProfiles(world.context);
    await fetchProfiles(world.context);
    expect(world.calls.filter(({ call }) => call.path.includes("/9007")).map((one) => one.accessToken)).toEqual([`token-${page}`]);
    const name = async () => (await rows("SELECT name FROM customers WHERE id = $1", customerId))[0].name;
    expect(await name()).toBe("Noor Haddad");
    const set = await updateCustomer(world.context, system(), customerId, { name: "Noor (wholesale)", attributes: { size: "S", tier: 2 } });
    expect(set).toMatchObject({ ok: true, value: { name: "Noor (wholesale)", attributes: { size: "S", tier: 2 } } });
    const back = await updateCustomer(world.context, system(), customerId, { name: null, attributes: { size: null } });
    expect(back).toMatchObject({ ok: true, value: { name: "Noor Haddad", attributes: { tier: 2 } } });
    expect(code(await updateCustomer(world.context, viewer(), customerId, { name: "X" }))).toBe("forbidden");
  });

  it("may be missing: a platform that does not tell is no fault", async () => {
    world.answer = async () => ({ status: 400, headers: {}, body: { error: { code: 100, message: "no" } } });
    const { customerId } = await writes("9008", "hello");
    await fetchProfiles(world.context);
    expect(await rows("SELECT name FROM customers WHERE id = $1", customerId)).toEqual([{ name: null }]);
  });
});

describe("attributes", () => {
  it("are changed one by one, take every text, and are news of that customer", async () => {
    const { customerId } = await writes("9060", "hello");
    world.news.length = 0;
    const set = await updateCustomer(world.context, system(), customerId, {
      attributes: { "order.total": 12.5, vip: true, note: "", nul: "a\u0000b" },
    });
    expect(set).toMatchObject({ ok: true, value: { attributes: { "order.total": 12.5, vip: true, note: "", nul: "a\ufffdb" } } });
    expect(world.news).toEqual([{ workspaceId: world.workspaceId, kind: "customer", ids: [customerId] }]);
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => updateCustomer(world.context, system(), customerId, { attributes: { [`at once ${n}`]: n, nul: null } })),
    );
    const { attributes } = (await rows("SELECT attributes FROM customers WHERE id = $1", customerId))[0];
    expect(Object.keys(attributes)).toHaveLength(11);
    expect(code(await updateCustomer(world.context, viewer(), customerId, { attributes: { vip: null } }))).toBe("forbidden");
  });

  it("are no more than two hundred", async () => {
    const { customerId } = await writes("9061", "hello");
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`a${n}`, n]));
    expect(code(await updateCustomer(world.context, system(), customerId, { attributes: many }))).toBe("ok");
    expect(code(await updateCustomer(world.context, system(), customerId, { attributes: { more: 1 } }))).toBe("invalid_request");
    expect(code(await updateCustomer(world.context, system(), customerId, { attributes: { more: 1, a0: null } }))).toBe("ok");
  });
});

describe("a timeline around an item", () => {
  it("has it in the middle, and leads on to both sides", async () => {
    const { conversationId, items } = await writes("9050", ...Array.from({ length: 12 }, (_, n) => `text ${n}`));
    const ids = (page: { data: { content: { text: string | null } }[] }) => page.data.map((item) => item.content.text);
    const read = async (more: { around?: string | null; before?: string; after?: string; unread?: number; limit?: number }) => {
      const page = await readTimeline(world.database, system(), { conversationId, limit: 4, kinds: "message", ...more });
      if (!page.ok) throw new Error(page.error.code);
      return page.value;
    };
    const inside = (await rows("SELECT id FROM items WHERE conversation_id = $1 AND content ->> 'text' = 'text 5'", conversationId))[0].id;
    const page = await read({ around: inside });
    expect(ids(page)).toEqual(["text 4", "text 5", "text 6", "text 7"]);
    expect(ids(await read({ before: page.page.prev ?? "" }))).toEqual(["text 0", "text 1", "text 2", "text 3"]);
    expect(ids(await read({ after: page.page.next ?? "" }))).toEqual(["text 8", "text 9", "text 10", "text 11"]);
    const newest = await read({ around: items.at(-1) ?? "" });
    expect(newest.page.next).toBeNull();
    // Of so many unread ones the first; where there are fewer, the first of all.
    expect(ids(await read({ unread: 7 }))).toEqual(["text 4", "text 5", "text 6", "text 7"]);
    expect(ids(await read({ unread: 1, limit: 1 }))).toEqual(["text 11"]);
    expect(ids(await read({ unread: 99, limit: 1 }))[0]).toBe("text 0");
    const elsewhere = await writes("9051", "hello");
    const query = { conversationId, limit: 4 };
    expect(code(await readTimeline(world.database, system(), { ...query, around: elsewhere.items.at(-1) }))).toBe("not_found");
    expect(code(await readTimeline(world.database, system(), { ...query, around: null }))).toBe("not_found");
    expect(code(await readTimeline(world.database, system(), { ...query, around: inside, before: page.page.prev ?? "" }))).toBe("invalid_request");
  });
});
