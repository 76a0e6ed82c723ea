import { type Actor, toTypeId } from "@onethread/core";
import type { SearchAnswer, SearchKind } from "@onethread/core/api";
import { forIngest, newId } from "@onethread/db/client";
import { keepSearchBlocks } from "@onethread/db/write";
import { createWorld, until, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeCustomers } from "../merge-customers.ts";
import { search } from "./search.ts";

let world: World;
let account: string;
let elsewhere: string;
const people: Record<string, { customerId: string; conversationId: string }> = {};
const start = Date.parse("2026-03-01T12:00:00Z");

const run = (sql: string, ...values: unknown[]) => world.database.ingest.query(sql, values);
const actor = (workspaceId = world.workspaceId): Actor => ({ kind: "system", workspaceId });

async function person(name: string | null, identity: { kind: string; value: string; username?: string }, workspaceId = world.workspaceId) {
  const [customerId, conversationId, identityId] = [newId(), newId(), newId()];
  await run("INSERT INTO customers (workspace_id, id, name, given_name) VALUES ($1, $2, $3, $3)", workspaceId, customerId, name);
  await run(
    `INSERT INTO conversations (workspace_id, id, customer_id, customer_name, status, last_activity_at, label_ids, channels, last_message_id, last_message)
     VALUES ($1, $2, $3, $4, 'open', now(), '{}', '{messenger}', $3, '{"type":"message","kind":"text","text":"Hello","authorType":"customer"}')`,
    workspaceId,
    conversationId,
    customerId,
    name,
  );
  await run(
    "INSERT INTO identities (workspace_id, id, kind, scope, value, username, strength, customer_id, person_id) VALUES ($1, $2, $3, '', $4, $5, 'proven', $6, $2)",
    workspaceId,
    identityId,
    identity.kind,
    identity.value,
    identity.username ?? null,
    customerId,
  );
  if (name) people[name] = { customerId, conversationId };
  return { customerId, conversationId };
}

let count = 0;
type Said = { type?: string; direction?: string; channel?: string; files?: boolean; at?: string };
async function says(conversationId: string, text: string | null, said: Said = {}, workspaceId = world.workspaceId): Promise<string> {
  const id = newId();
  const type = said.type ?? "message";
  await run(
    `INSERT INTO items (workspace_id, id, conversation_id, home_conversation_id, type, direction, channel, author_type, occurred_at, received_at, content, sources, has_files)
     VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, now(), $9, '{live}', $10)`,
    workspaceId,
    id,
    conversationId,
    type,
    type === "note" ? null : (said.direction ?? "inbound"),
    type === "note" ? null : (said.channel ?? "messenger"),
    said.direction === "outbound" || type === "note" ? "agent" : "customer",
    said.at ?? new Date(start + count++ * 60_000).toISOString(),
    JSON.stringify(text === null ? { kind: "image" } : { kind: type === "note" ? "note" : "text", text }),
    said.files ?? false,
  );
  return id;
}

async function find(
  q: string,
  kinds: SearchKind[] = ["customers", "conversations", "messages"],
  more: { cursor?: string; limit?: number; by?: Actor } = {},
): Promise<SearchAnswer> {
  const { by = actor(), ...rest } = more;
  const found = await search(world.context, by, { q, kinds, limit: 20, ...rest });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}
const texts = async (q: string) => (await find(q, ["messages"])).messages?.data.map((hit) => hit.text);
const names = async (q: string) => (await find(q, ["customers"])).customers?.data.map((hit) => hit.name);

beforeAll(async () => {
  world = await createWorld();
  account = (await world.addAccount({ channel: "messenger", externalId: "330001" })).id;
  elsewhere = await world.addWorkspace("Other");
  await person("Zoë Łukasz", { kind: "wa_phone", value: "4915123456789" });
  await person("王小明", { kind: "psid", value: "7231900000001234" });
  await person("محمد الأمين", { kind: "igsid", value: "17841400000000001", username: "mo.amin" });
  await person("Maya Trent", { kind: "email", value: "maya.trent@example.org" });
  await person("Zoë Elsewhere", { kind: "wa_phone", value: "4915199999999" }, elsewhere);
  const at = (name: string) => people[name]?.conversationId ?? "";
  await says(at("Zoë Łukasz"), "Wo ist mein Päckchen? Die Größe passt nicht.");
  await says(at("王小明"), "你好，我要退货，手机坏了");
  await says(at("محمد الأمين"), "أين الطَّلَبُ رقم ٢٠٤؟");
  await says(at("Maya Trent"), "I'd like to return order 20418 and get the coat in XS", { channel: "whatsapp" });
  await says(at("Maya Trent"), "The late parcel came. Thank you!", { channel: "whatsapp" });
  await says(at("Maya Trent"), "Customer is loyal: free return, ask about parcel insurance", { type: "note" });
  const file = await says(at("Maya Trent"), null, { files: true });
  await run(
    "INSERT INTO attachments (workspace_id, id, item_id, position, kind, state, name) VALUES ($1, $2, $3, 0, 'file', 'ready', 'size-chart_2026.pdf')",
    world.workspaceId,
    newId(),
    file,
  );
  await says(at("Maya Trent"), "So soft 🦙❤️");
  await says(at("Zoë Elsewhere"), "secret coat of another shop", {}, elsewhere);
}, 60_000);
afterAll(() => world.close());

/** What is found must not depend on whether the messages are in blocks yet. */
const everything = () => {
  it("finds words by their beginning, whatever their case and accents", async () => {
    expect(await texts("packchen")).toEqual(["Wo ist mein Päckchen? Die Größe passt nicht."]);
    expect(await texts("GROSSE")).toHaveLength(1);
    expect(await texts("order ret")).toEqual(["I'd like to return order 20418 and get the coat in XS"]);
    expect(await texts("order nonsense")).toEqual([]);
  });
  it("finds two characters of a script without words, and Arabic without its vowels", async () => {
    expect(await texts("退货")).toEqual(["你好，我要退货，手机坏了"]);
    expect(await texts("手机坏")).toHaveLength(1);
    expect(await texts("货退")).toEqual([]);
    expect(await texts("الطلب")).toHaveLength(1);
  });
  it("finds files by their names, and emoji", async () => {
    expect(await texts("chart")).toEqual(["size-chart_2026.pdf"]);
    expect(await texts("size 2026")).toEqual(["size-chart_2026.pdf"]);
    expect(await texts('"size chart" has:attachment')).toEqual(["size-chart_2026.pdf"]);
    expect(await texts("🦙")).toEqual(["So soft 🦙❤️"]);
    expect(await texts("soft ❤")).toHaveLength(1);
    expect(await texts("🐑")).toEqual([]);
  });
  it("finds phrases, notes, and what the filters leave", async () => {
    expect(await texts('"late parcel"')).toEqual(["The late parcel came. Thank you!"]);
    expect(await texts('"parcel late"')).toEqual([]);
    expect(await texts("parcel")).toHaveLength(2);
    expect(await texts("parcel channel:whatsapp")).toHaveLength(1);
    expect(await texts("parcel from:agent")).toHaveLength(1);
    expect(await texts("parcel from:maya")).toHaveLength(1);
    expect(await texts("parcel from:zoe")).toEqual([]);
    expect(await texts("has:attachment")).toEqual([null]);
    expect(await texts("parcel is:done")).toEqual([]);
    expect(await texts("parcel before:2026-02-01")).toEqual([]);
    expect(await texts("parcel after:2026-03-01 before:2026-03-02")).toHaveLength(2);
    expect(await texts("parcel label:vip")).toEqual([]);
    expect(await texts("parcel assignee:none")).toHaveLength(2);
  });
  it("points out what was found", async () => {
    const [hit] = (await find("coat order", ["messages"])).messages?.data ?? [];
    expect(hit?.marks.map(({ start, end }) => hit.text?.slice(start, end))).toEqual(["order", "coat"]);
    expect(hit?.customer.name).toBe("Maya Trent");
    expect(hit?.id).toMatch(/^msg_/);
  });
  it("finds conversations by their customer and by what was said", async () => {
    const byName = (await find("maya", ["conversations"])).conversations?.data;
    expect(byName?.map((hit) => [hit.conversation.customer.name, hit.message])).toEqual([["Maya Trent", null]]);
    const byText = (await find("return", ["conversations"])).conversations?.data;
    expect(byText?.map((hit) => [hit.conversation.customer.name, hit.message?.type])).toEqual([["Maya Trent", "note"]]);
    expect((await find("is:open", ["conversations"])).conversations?.data.map((hit) => hit.conversation.customer.name)).toEqual(
      expect.arrayContaining(["Zoë Łukasz", "王小明", "محمد الأمين", "Maya Trent"]),
    );
    expect((await find("is:done", ["conversations"])).conversations?.data).toEqual([]);
  });
  it("shows nothing of another workspace", async () => {
    expect(await texts("secret")).toEqual([]);
    expect((await find("zoe", ["customers"], { by: actor(elsewhere) })).customers?.data.map((hit) => hit.name)).toEqual(["Zoë Elsewhere"]);
  });
};

describe("search while messages are in no block", () => {
  everything();
  it("looks for what is near where nobody wrote it so", async () => {
    const found = await find("parcle", ["messages"]);
    expect(found.instead).toEqual(["parcel"]);
    expect(found.messages?.data).toHaveLength(2);
    expect(await texts("surance")).toHaveLength(1);
    expect(await find("parcle nonsense", ["messages"])).toMatchObject({ instead: [], messages: { data: [] } });
  });
});

describe("search for customers", () => {
  it("knows names, whatever their script", async () => {
    expect(await names("zoe luk")).toEqual(["Zoë Łukasz"]);
    expect(await names("小明")).toEqual(["王小明"]);
    expect(await names("الأمين")).toEqual(["محمد الأمين"]);
    expect(await names("aya")).toEqual(["Maya Trent"]);
    expect(await names("maja")).toEqual(["Maya Trent"]);
    expect(await names("nobody at all")).toEqual([]);
  });
  it("knows numbers, however they are written, user names and e-mail addresses", async () => {
    for (const q of ["+49 151 23", "0151/2345", "456789", "0049 (0)151 234"]) expect(await names(q), q).toEqual(["Zoë Łukasz"]);
    expect(await names("mo.amin")).toEqual(["محمد الأمين"]);
    expect(await names("maya.trent@example.org")).toEqual(["Maya Trent"]);
    expect(await names("7231900000001234")).toEqual(["王小明"]);
    const [hit] = (await find("+49 151 23", ["customers"])).customers?.data ?? [];
    expect(hit?.address).toEqual({ kind: "wa_phone", text: "4915123456789", marks: [{ start: 0, end: 7 }] });
  });
  it("knows our own ids", async () => {
    const maya = people["Maya Trent"];
    expect(await names(toTypeId("customer", maya?.customerId ?? ""))).toEqual(["Maya Trent"]);
    const byConversation = await find(toTypeId("conversation", maya?.conversationId ?? ""), ["conversations"]);
    expect(byConversation.conversations?.data.map((hit) => hit.conversation.customer.name)).toEqual(["Maya Trent"]);
    const [hit] = (await find("coat", ["messages"])).messages?.data ?? [];
    expect((await find(hit?.id ?? "", ["messages"])).messages?.data.map((one) => one.id)).toEqual([hit?.id]);
  });
  it("tells the survivor of a merge", async () => {
    const other = await person("Quentin Zwilling", { kind: "psid", value: "7231900000005678" });
    const merged = await mergeCustomers(world.context, actor(), { survivorId: people["Maya Trent"]?.customerId ?? "", otherId: other.customerId });
    expect(merged.ok).toBe(true);
    expect(await names("quentin")).toEqual(["Maya Trent"]);
    expect(await names("7231900000005678")).toEqual(["Maya Trent"]);
  });
  it("is for those who may read", async () => {
    const key: Actor = { kind: "api_key", workspaceId: world.workspaceId, keyId: newId(), name: "k", scopes: ["send"] };
    expect(await search(world.context, key, { q: "maya", kinds: ["customers"], limit: 5 })).toMatchObject({
      ok: false,
      error: { code: "scope_missing" },
    });
  });
});

it("is given up after a while, and says so", async () => {
  const client = await world.database.ingest.connect();
  try {
    await client.query("BEGIN");
    await client.query("LOCK TABLE items IN ACCESS EXCLUSIVE MODE");
    expect(await search(world.context, actor(), { q: "parcel", kinds: ["messages"], limit: 20 })).toMatchObject({
      ok: false,
      error: { code: "too_slow" },
    });
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
  expect((await find("parcel", ["messages"])).messages?.data).toHaveLength(2);
});

describe("search in blocks", () => {
  /** A block is cut, and read, after transactions that were under way have ended, also those of other databases: it takes some sweeps. */
  const settle = (count: number) =>
    until("the blocks are cut and read", async () => {
      await forIngest(world.database, keepSearchBlocks);
      const cut = await blocks();
      return cut.length === count && cut.every((one) => one.signed);
    });
  const blocks = async () =>
    (
      await run(
        "SELECT signature IS NOT NULL AS signed, first_seq::int AS first, last_seq::int AS last FROM search_blocks WHERE workspace_id = $1 ORDER BY last_seq",
        world.workspaceId,
      )
    ).rows;

  beforeAll(async () => {
    const { conversationId } = await person("Fjord & Loom", { kind: "psid", value: "7231900000009001" });
    for (let n = 0; n < 130; n++) await says(conversationId, `Line ${n}: please deliver ${n % 7} blankets`);
    await settle(2);
  }, 60_000);
  everything();

  it("follow each other", async () => {
    const cut = await blocks();
    expect(cut[1]?.first).toBeGreaterThan(cut[0]?.last ?? 0);
  });
  it("goes on page by page, to the end", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const { messages } = await find("deliver", ["messages"], { limit: 50, ...(cursor ? { cursor } : {}) });
      seen.push(...(messages?.data.map((hit) => hit.id) ?? []));
      cursor = messages?.page.next ?? undefined;
      pages++;
    } while (cursor);
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(130);
  });
  it("looks for what is near by the words it knows", async () => {
    const found = await find("blankts", ["messages"]);
    expect(found.instead).toEqual(["blankets"]);
    expect(found.messages?.data).toHaveLength(20);
    expect((await find("anket", ["messages"])).instead).toEqual(["blankets"]);
  });
  it("finds what was edited into a message, and no longer what was deleted", async () => {
    const id = (await run("SELECT id FROM items WHERE content ->> 'text' LIKE 'Line 3:%'")).rows[0].id;
    await run("UPDATE items SET edited_text = 'Line 3: we meant tablecloths', edited_at = now() WHERE id = $1", id);
    expect(await texts("tablecloths")).toHaveLength(1);
    await settle(2);
    expect(await texts("tablecloths")).toHaveLength(1);
    await run("UPDATE items SET deleted_at = now() WHERE id = $1", id);
    expect(await texts("tablecloths")).toEqual([]);
  });
  it("cuts no block while a transaction may still add a message inside it", async () => {
    const { conversationId } = await person("Slow Writer", { kind: "psid", value: "7231900000009002" });
    const client = await world.database.ingest.connect();
    try {
      await client.query("BEGIN");
      await client.query(
        `INSERT INTO items (workspace_id, id, conversation_id, home_conversation_id, type, direction, channel, channel_account_id, author_type, occurred_at, received_at, content, sources)
         VALUES ($1, $2, $3, $3, 'message', 'inbound', 'messenger', $4, 'customer', now(), now(), '{"kind":"text","text":"a lighthouse"}', '{live}')`,
        [world.workspaceId, newId(), conversationId, account],
      );
      for (let n = 0; n < 70; n++) await says(conversationId, `More ${n}`);
      for (let sweeps = 0; sweeps < 8; sweeps++) await forIngest(world.database, keepSearchBlocks);
      expect(await blocks()).toHaveLength(2);
      await client.query("COMMIT");
    } finally {
      client.release();
    }
    await settle(3);
    expect(await texts("lighthouse")).toEqual(["a lighthouse"]);
  });
});
