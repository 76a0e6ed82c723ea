import { type Actor, toTypeId } from "@onethread/core";
import { readConversation, readConversations, readNotices, readTimeline, readViewCounts } from "@onethread/db/read";
import { addAgent, createWorld, customerWrites, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { followConversation, unfollowConversation } from "./follow-conversation.ts";
import { mergeCustomers } from "./merge-customers.ts";
import { seeMentions } from "./see-mentions.ts";
import { undoMerge } from "./undo-merge.ts";
import { removeAgent } from "./update-agent.ts";
import { updateConversation } from "./update-conversation.ts";
import { writeNote } from "./write-note.ts";

const page = "330081";
type Agent = Actor & { kind: "agent" };
let world: World;
let ada: Agent;
let grace: Agent;
let noa: Agent;
beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: page });
  ada = await addAgent(world, { name: "Ada", role: "owner" });
  grace = await addAgent(world, { name: "Grace", role: "agent" });
  noa = await addAgent(world, { name: "Noa", role: "viewer" });
});
afterAll(() => world.close());

const writes = (text: string, person?: string) => customerWrites(world, { page, text, person });
const later = (ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms);
};
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const seenBy = async (whom: Actor, id: string) => {
  const { mention, followers } = must(await readConversation(world.database, whom, id));
  return { mention, followers: followers.map(({ name }) => name) };
};
const told = async (whom: Actor, id: string) =>
  (await readNotices(world.database, whom, [id], world.clock.now)).map(({ event, preview, by }) => [event, by, preview]);
const inView = async (whom: Actor, view: "mentions" | "watching") => {
  const page = must(await readConversations(world.database, whom, { view, sort: "newest", limit: 100 }));
  const counted = (await readViewCounts(world.database, whom)).find((one) => one.view === view)?.count;
  return { ids: page.data.map((row) => row.id), counted };
};
const note = (by: Actor, id: string, text: string, ...mentioned: Agent[]) =>
  writeNote(world.context, by, id, { text, mentions: mentioned.map((one) => one.agentId) });

it("a note tells whom it mentions; they follow, are told, and it is new to them until they have seen it", async () => {
  const { id } = await writes("Where is my coat?");
  later(180_000);
  const written = must(await note(grace, id, "@Ada @Grace could you look?", ada, grace, ada));
  expect(written.content).toMatchObject({
    text: "@Ada @Grace could you look?",
    mentions: [
      { id: toTypeId("agent", ada.agentId), name: "Ada" },
      { id: toTypeId("agent", grace.agentId), name: "Grace" },
    ],
  });
  // Nobody is told of what they wrote themselves, and Noa has nothing to do with it.
  expect(await seenBy(ada, id)).toEqual({ mention: "new", followers: ["Ada"] });
  expect((await seenBy(grace, id)).mention).toBeNull();
  expect(await told(ada, id)).toEqual([["mention", "Grace", "@Ada @Grace could you look?"]]);
  expect(await told(grace, id)).toEqual([]);
  expect(await told(noa, id)).toEqual([]);
  expect(await inView(ada, "mentions")).toEqual({ ids: [toTypeId("conversation", id)], counted: 1 });
  expect(await inView(grace, "mentions")).toEqual({ ids: [], counted: 0 });

  later(1000);
  const second = must(await note(grace, id, "@Ada again", ada));
  const upTo = (await world.database.ingest.query("SELECT id FROM items WHERE conversation_id = $1 AND type = 'note' ORDER BY seq", [id])).rows;
  await seeMentions(world.context, ada, id, upTo[0].id);
  expect((await seenBy(ada, id)).mention).toBe("new");
  world.news.length = 0;
  await seeMentions(world.context, ada, id, upTo[1].id);
  expect((await seenBy(ada, id)).mention).toBe("seen");
  // Only her own screens have to hear of it.
  expect(world.news).toEqual([expect.objectContaining({ kind: "conversation", agentId: ada.agentId, ids: [id] })]);
  await seeMentions(world.context, ada, id, upTo[1].id);
  expect(world.news).toHaveLength(1);
  expect(await inView(ada, "mentions")).toEqual({ ids: [toTypeId("conversation", id)], counted: 0 });
  expect(second.content.mentions).toHaveLength(1);
});

it("refuses whom it does not know, saying which, and writes nothing", async () => {
  const { id } = await writes("Hello");
  const other = await world.addWorkspace("Other");
  const stranger = await addAgent(world, { name: "Stranger", role: "agent", workspaceId: other });
  const refused = await note(grace, id, "@Ada @Stranger", ada, stranger);
  expect(refused).toMatchObject({
    ok: false,
    error: { code: "invalid_request", errors: [{ pointer: "/mentions/1", detail: "is not an agent of this workspace" }] },
  });
  expect(await seenBy(ada, id)).toEqual({ mention: null, followers: [] });
  const timeline = must(await readTimeline(world.database, ada, { conversationId: id, limit: 20, kinds: "note" }));
  expect(timeline.data).toEqual([]);
  expect(await writeNote(world.context, noa, id, { text: "no" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
});

it("who follows is told what others do there, also a viewer, until they have enough of it", async () => {
  const { id, person } = await writes("First");
  later(180_000);
  world.news.length = 0;
  must(await followConversation(world.context, noa, id));
  must(await followConversation(world.context, noa, id));
  expect(world.news).toHaveLength(1);
  expect((await seenBy(grace, id)).followers).toEqual(["Noa"]);
  expect(await inView(noa, "watching")).toEqual({ ids: [toTypeId("conversation", id)], counted: 1 });

  await updateConversation(world.context, grace, id, { assigneeId: grace.agentId });
  later(1000);
  await note(grace, id, "I am on it");
  later(1000);
  await writes("And?", person);
  later(1000);
  await updateConversation(world.context, grace, id, { status: "done" });
  expect(await told(noa, id)).toEqual([
    ["followed", "Grace", "I am on it"],
    ["followed", null, "And?"],
    ["followed", "Grace", null],
  ]);
  expect(await told(grace, id)).toEqual([["own_message", null, "And?"]]);
  // What is done is not watched any more, until it opens again.
  expect(await inView(noa, "watching")).toEqual({ ids: [], counted: 0 });
  later(1000);
  await writes("One more thing", person);
  expect((await inView(noa, "watching")).counted).toBe(1);
  must(await unfollowConversation(world.context, noa, id));
  must(await unfollowConversation(world.context, noa, id));
  expect(await inView(noa, "watching")).toEqual({ ids: [], counted: 0 });
  // Now it concerns her as it concerns everybody: nobody has it.
  expect(new Set((await told(noa, id)).map(([event]) => event))).toEqual(new Set(["unassigned_message"]));
  const key: Actor = { kind: "api_key", workspaceId: world.workspaceId, keyId: crypto.randomUUID(), name: "k", scopes: ["read"] };
  expect(await followConversation(world.context, key, id)).toMatchObject({ ok: false, error: { code: "invalid_request" } });
});

it("mentions and followers go where a merge puts the conversation, and come back when it is undone", async () => {
  const [one, two] = [await writes("I am Maya"), await writes("Maya again")];
  await note(grace, two.id, "@Ada is it her?", ada);
  await followConversation(world.context, grace, one.id);
  await followConversation(world.context, noa, two.id);
  const merge = must(await mergeCustomers(world.context, ada, { survivorId: one.customerId, otherId: two.customerId }));
  expect(await seenBy(ada, one.id)).toEqual({ mention: "new", followers: ["Ada", "Grace", "Noa"] });
  expect((await inView(ada, "mentions")).ids).toContain(toTypeId("conversation", one.id));
  expect((await inView(ada, "mentions")).ids).not.toContain(toTypeId("conversation", two.id));
  // A merged-away conversation is in no list.
  expect((await inView(noa, "watching")).ids).toEqual([toTypeId("conversation", one.id)]);
  const { rows } = await world.database.ingest.query("SELECT id FROM merges WHERE merged_id = $1", [two.customerId]);
  must(await undoMerge(world.context, ada, rows[0].id));
  expect(merge.id).toBeTruthy();
  expect(await seenBy(ada, one.id)).toEqual({ mention: null, followers: ["Grace"] });
  expect(await seenBy(ada, two.id)).toEqual({ mention: "new", followers: ["Ada", "Noa"] });
});

it("who leaves the workspace follows nothing, and can't be mentioned any more", async () => {
  const { id } = await writes("Bye");
  const sam = await addAgent(world, { name: "Sam", role: "agent" });
  must(await followConversation(world.context, sam, id));
  must(await removeAgent(world.context, ada, sam.agentId));
  expect((await seenBy(ada, id)).followers).toEqual([]);
  expect(await note(grace, id, "@Sam", sam)).toMatchObject({ ok: false, error: { code: "invalid_request" } });
});
