import { type Actor, fromTypeId, toTypeId } from "@onethread/core";
import { readTimeline, type TimelineQuery } from "@onethread/db/read";
import { createWorld, customerWrites, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeCustomers } from "./merge-customers.ts";
import { pinItem, unpinItem } from "./pin-item.ts";
import { undoMerge } from "./undo-merge.ts";
import { updateConversation } from "./update-conversation.ts";
import { writeNote } from "./write-note.ts";

let world: World;
const page = "330061";
let [conversationId, texts] = ["", new Map<string, string>()];
const minute = 60_000;
const agent = (role: "viewer" | "agent" = "agent"): Actor & { kind: "agent" } => ({
  kind: "agent",
  workspaceId: world.workspaceId,
  agentId: "0199a000-0000-7000-8000-000000000001",
  name: "Ada",
  role,
});
const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + minute);
};
const idOf = (text: string) => texts.get(text) ?? "";
/** What a page shows, as text; events by their name. */
async function shown(query: Omit<TimelineQuery, "conversationId" | "limit"> & { limit?: number }) {
  const read = await readTimeline(world.database, agent(), { conversationId, limit: 50, ...query });
  if (!read.ok) throw new Error(read.error.detail);
  return read.value.data.map((item) => item.content.text ?? item.content.event);
}

const writes = (text: string, at: number, person = "6101") => customerWrites(world, { page, text, at, person });

beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: page });
  const start = world.clock.now.getTime() - 600 * minute;
  for (const [index, text] of ["one", "two", "three", "four", "five", "six"].entries()) await writes(text, start + index * minute);
  conversationId = (await rows("SELECT conversation_id AS id FROM items WHERE content ->> 'text' = 'one'"))[0].id;
  await writeNote(world.context, agent(), conversationId, { text: "a note" });
  await updateConversation(world.context, agent(), conversationId, { status: "done" });
  later();
  await writes("again", world.clock.now.getTime());
  for (const row of await rows("SELECT id, content ->> 'text' AS text FROM items WHERE conversation_id = $1", conversationId))
    texts.set(row.text, row.id);
});
afterAll(() => world.close());

describe("a filtered timeline", () => {
  it("shows some kinds, some channels, one case", async () => {
    expect(await shown({ kinds: "note" })).toEqual(["a note"]);
    expect(await shown({ kinds: "message", channels: "messenger" })).toHaveLength(7);
    expect(await shown({ channels: "whatsapp,instagram" })).toEqual([]);
    expect(await shown({ kinds: "message", case: "latest" })).toEqual(["again"]);
    const [first] = await rows("SELECT id FROM cases WHERE conversation_id = $1 ORDER BY opened_at LIMIT 1", conversationId);
    expect(await shown({ kinds: "message", case: first.id })).toHaveLength(6);
  });

  it("is paged both ways, and refuses what there is none of", async () => {
    const read = (more: object) =>
      readTimeline(world.database, agent(), { conversationId, limit: 3, kinds: "message", channels: "messenger", ...more });
    const newest = await read({});
    if (!newest.ok) throw new Error("no page");
    const before = await read({ before: newest.value.page.prev });
    expect(before.ok && before.value.data.map((item) => item.content.text)).toEqual(["two", "three", "four"]);
    const after = await read({ after: before.ok && before.value.page.next });
    expect(after.ok && after.value.data.map((item) => item.content.text)).toEqual(["five", "six", "again"]);
    expect(code(await read({ channels: "pigeon" }))).toBe("invalid_request");
    expect(code(await read({ kinds: "poem" }))).toBe("invalid_request");
  });

  it("goes to a time: to the first item from then on, else to the last one", async () => {
    const [three] = await rows("SELECT occurred_at AS at FROM items WHERE id = $1", idOf("three"));
    const at = (ms: number) => new Date(three.at.getTime() + ms).toISOString();
    expect(await shown({ at: at(0), kinds: "message", limit: 2 })).toEqual(["three", "four"]);
    expect(await shown({ at: at(1), kinds: "message", limit: 2 })).toEqual(["four", "five"]);
    expect(await shown({ at: at(1e12), kinds: "message", limit: 2 })).toEqual(["again"]);
    expect(await shown({ at: at(0), channels: "whatsapp" })).toEqual([]);
    expect(code(await readTimeline(world.database, agent(), { conversationId, limit: 2, at: at(0), around: idOf("one") }))).toBe("invalid_request");
  });
});

describe("pinning", () => {
  it("says who and when, once; is told of; and can be taken back", async () => {
    const pinned = await pinItem(world.context, agent(), idOf("two"));
    const by = { type: "agent", id: toTypeId("agent", agent().agentId), name: "Ada" };
    expect(pinned).toMatchObject({ ok: true, value: { pinned: { at: world.clock.now.toISOString(), by } } });
    later();
    const again = await pinItem(world.context, { kind: "system", workspaceId: world.workspaceId }, idOf("two"));
    expect(again).toEqual(pinned);
    expect(await shown({ pinned: "true" })).toEqual(["two"]);
    expect(await unpinItem(world.context, agent(), idOf("two"))).toMatchObject({ ok: true, value: { pinned: null } });
    expect(await shown({ pinned: "true" })).toEqual([]);
  });

  it("takes five and no more, also when two are pinned at once; notes too, events not", async () => {
    for (const text of ["one", "two", "three", "a note"]) expect(code(await pinItem(world.context, agent(), idOf(text)))).toBe("ok");
    const both = await Promise.all(["four", "five"].map((text) => pinItem(world.context, agent(), idOf(text))));
    expect(both.map(code).sort()).toEqual(["ok", "too_many_pinned"]);
    expect(await shown({ pinned: "true" })).toHaveLength(5);
    expect(code(await pinItem(world.context, agent(), idOf("one")))).toBe("ok");
    const [event] = await rows("SELECT id FROM items WHERE conversation_id = $1 AND type = 'event' LIMIT 1", conversationId);
    expect(code(await pinItem(world.context, agent(), event.id))).toBe("invalid_request");
  });

  it("is for those who work on cases, and for what is there", async () => {
    expect(code(await pinItem(world.context, agent("viewer"), idOf("one")))).toBe("forbidden");
    expect(code(await unpinItem(world.context, agent("viewer"), idOf("one")))).toBe("forbidden");
    expect(code(await pinItem(world.context, agent(), crypto.randomUUID()))).toBe("not_found");
  });

  it("keeps through a merge what is pinned in either, takes nothing more until there is room, and gives it back when the merge is undone", async () => {
    await writes("theirs", world.clock.now.getTime(), "6102");
    const [other] = await rows("SELECT id, conversation_id AS conversation FROM items WHERE content ->> 'text' = 'theirs'");
    const pinnedIn = async (id: string) => (await rows("SELECT id FROM items WHERE conversation_id = $1 AND pinned_at IS NOT NULL", id)).length;
    expect(code(await pinItem(world.context, agent(), other.id))).toBe("ok");
    expect(await pinnedIn(conversationId)).toBe(5);
    const [mine, theirs] = await Promise.all(
      [conversationId, other.conversation].map(async (id) => (await rows("SELECT customer_id AS id FROM conversations WHERE id = $1", id))[0].id),
    );
    const supervisor = { ...agent(), role: "supervisor" as const };
    const merged = await mergeCustomers(world.context, supervisor, { survivorId: mine, otherId: theirs });
    if (!merged.ok) throw new Error(merged.error.detail);
    expect(await shown({ pinned: "true" })).toHaveLength(6);
    expect(code(await pinItem(world.context, agent(), idOf("again")))).toBe("too_many_pinned");
    for (const text of ["one", "two"]) expect(code(await unpinItem(world.context, agent(), idOf(text)))).toBe("ok");
    expect(code(await pinItem(world.context, agent(), idOf("again")))).toBe("ok");
    expect(await shown({ pinned: "true" })).toHaveLength(5);
    expect((await undoMerge(world.context, supervisor, fromTypeId("merge", merged.value.id) ?? "")).ok).toBe(true);
    expect([await pinnedIn(conversationId), await pinnedIn(other.conversation)]).toEqual([4, 1]);
  });
});
