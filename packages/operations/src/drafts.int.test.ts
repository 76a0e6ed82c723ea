import type { Actor } from "@onethread/core";
import { readConversation, readConversations, readDrafts, readViewCounts } from "@onethread/db/read";
import { findFilesToRemove } from "@onethread/db/write";
import { addAgent, createWorld, customerWrites, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deleteDraft, saveDraft } from "./drafts.ts";
import { mergeCustomers } from "./merge-customers.ts";

let world: World;
let ada: Actor & { kind: "agent" };
let grace: Actor & { kind: "agent" };
const page = "330011";
beforeAll(async () => {
  world = await createWorld();
  [ada, grace] = [await addAgent(world, { name: "Ada", role: "agent" }), await addAgent(world, { name: "Grace", role: "agent" })];
  await world.addAccount({ channel: "messenger", externalId: page });
});
afterAll(() => world.close());

const writes = async () => {
  const { id, customerId } = await customerWrites(world, { page, at: Date.now() });
  return { conversationId: id, customerId };
};
const reply = (conversationId: string) => ({ conversationId, mode: "reply" as const });
const words = (text: string, attachmentIds: string[] = []) => ({ text, attachmentIds, replyToId: null });
const save = async (actor: Actor, place: Parameters<typeof saveDraft>[2], text: string, madeFrom: number | null, files: string[] = []) => {
  const saved = await saveDraft(world.context, actor, place, words(text, files), madeFrom);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value;
};
const drafts = async (actor: Actor, conversationId: string) =>
  (await readDrafts(world.database, actor, conversationId)).map(({ mode, text }) => [mode, text]);

it("keeps one draft of each mode, the agent's own, over the version it was made from", async () => {
  const { conversationId } = await writes();
  const first = await save(ada, reply(conversationId), "Dear", null);
  const second = await save(ada, reply(conversationId), "Dear Maya", first.version);
  expect(second.version).toBeGreaterThan(first.version);
  await save(ada, { conversationId, mode: "note" }, "odd", null);
  expect(await drafts(ada, conversationId)).toEqual([
    ["reply", "Dear Maya"],
    ["note", "odd"],
  ]);
  expect(await drafts(grace, conversationId)).toEqual([]);
  // Another device has the first version, or none.
  for (const madeFrom of [first.version, null])
    expect(await saveDraft(world.context, ada, reply(conversationId), words("Hi"), madeFrom)).toMatchObject({ error: { code: "draft_changed" } });
  expect(await drafts(ada, conversationId)).toContainEqual(["reply", "Dear Maya"]);
  expect(world.news.filter(({ kind }) => kind === "draft").every(({ agentId, ids }) => agentId === ada.agentId && ids.length === 0)).toBe(true);
});

it("is gone once it is sent, and what another device still has can be written again", async () => {
  const { conversationId } = await writes();
  const first = await save(ada, reply(conversationId), "Dear", null);
  expect(await deleteDraft(world.context, ada, reply(conversationId))).toEqual({ ok: true, value: null });
  expect(await deleteDraft(world.context, ada, reply(conversationId))).toEqual({ ok: true, value: null });
  const again = await save(ada, reply(conversationId), "Dear Maya", first.version);
  expect(again.version).toBeGreaterThan(first.version);
});

it("is for agents who may write, in conversations that are there", async () => {
  const { conversationId } = await writes();
  const code = async (actor: Actor, id = conversationId) => {
    const saved = await saveDraft(world.context, actor, reply(id), words("x"), null);
    return saved.ok ? "ok" : saved.error.code;
  };
  expect(await code(await addAgent(world, { name: "Vi", role: "viewer" }))).toBe("forbidden");
  expect(await code({ kind: "api_key", workspaceId: world.workspaceId, keyId: crypto.randomUUID(), name: "k", scopes: ["write"] })).toBe("forbidden");
  expect(await code(ada, crypto.randomUUID())).toBe("not_found");
  expect(await code(await addAgent(world, { name: "Eve", role: "owner", workspaceId: await world.addWorkspace("Other") }))).toBe("not_found");
});

it("shows in the row of whoever wrote it, and in their view of drafts", async () => {
  const { conversationId } = await writes();
  const bea = await addAgent(world, { name: "Bea", role: "agent" });
  await save(bea, reply(conversationId), "Dear Maya, ".repeat(100), null);
  const page = await readConversations(world.database, bea, { view: "drafts", sort: "newest", limit: 50 });
  expect(page.ok && page.value.data.map(({ draft }) => [draft?.mode, draft?.preview.length])).toEqual([["reply", 200]]);
  expect(await readConversation(world.database, bea, conversationId)).toMatchObject({ value: { draft: { mode: "reply" } } });
  expect(await readConversation(world.database, grace, conversationId)).toMatchObject({ value: { draft: null } });
  expect(await readConversations(world.database, grace, { view: "drafts", sort: "newest", limit: 50 })).toMatchObject({ value: { data: [] } });
  expect(await readViewCounts(world.database, bea)).toContainEqual({ view: "drafts", count: 1, more: false });
});

it("keeps its files as long as it is there", async () => {
  const { conversationId } = await writes();
  const ids = [crypto.randomUUID(), crypto.randomUUID()];
  for (const id of ids)
    await world.database.ingest.query(
      "INSERT INTO attachments (workspace_id, id, kind, state, mime, name, bytes, storage_key, created_at) VALUES ($1, $2, 'image', 'ready', 'image/png', 'a.png', 3, 'k', now() - interval '2 days')",
      [world.workspaceId, id],
    );
  const draft = await save(ada, reply(conversationId), "", null, [ids[1] ?? ""]);
  expect(draft.attachments.map(({ name, state }) => [name, state])).toEqual([["a.png", "ready"]]);
  const { rows } = await world.database.ingest.query("SELECT 1 FROM attachments WHERE item_id IS NULL");
  expect(rows).toHaveLength(2);
  const client = await world.database.ingest.connect();
  expect((await findFilesToRemove(client as never, new Date(Date.now() - 86_400_000), 10)).map(({ id }) => id)).toEqual([ids[0]]);
  client.release();
});

it("goes along when two customers are joined; where both had one, the words of both stay", async () => {
  const [one, two] = [await writes(), await writes()];
  await save(ada, reply(one.conversationId), "One", null);
  await save(ada, reply(two.conversationId), "Two", null);
  await save(grace, { conversationId: two.conversationId, mode: "note" }, "odd", null);
  const merged = await mergeCustomers(
    world.context,
    { kind: "system", workspaceId: world.workspaceId },
    { survivorId: one.customerId, otherId: two.customerId },
  );
  expect(merged.ok).toBe(true);
  expect(await drafts(ada, one.conversationId)).toEqual([["reply", "One\n\nTwo"]]);
  expect(await drafts(grace, one.conversationId)).toEqual([["note", "odd"]]);
  expect(await saveDraft(world.context, ada, reply(two.conversationId), words("Three"), null)).toMatchObject({ error: { code: "moved" } });
});
