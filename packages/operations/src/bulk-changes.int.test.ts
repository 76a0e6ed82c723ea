import { type Actor, fromTypeId } from "@onethread/core";
import type { BulkChange } from "@onethread/core/api";
import { forIngest, forWorkspace, newId } from "@onethread/db/client";
import { countConversations, readConversation, readConversations } from "@onethread/db/read";
import { findForsakenBulkChanges } from "@onethread/db/write";
import { addAgent, createWorld, customerWrites, type World } from "@onethread/testing";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { continueBulkChange } from "./continue-bulk-change.ts";
import { createLabel } from "./labels.ts";
import { readBulkChange } from "./read-bulk-change.ts";
import { startBulkChange } from "./start-bulk-change.ts";
import { undoBulkChange } from "./undo-bulk-change.ts";
import { updateConversation } from "./update-conversation.ts";

let world: World;
let lead: Actor;
beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: "330001" });
  lead = await addAgent(world, { name: "Lead", role: "supervisor" });
});
afterAll(() => world.close());

let people = 0;
/** A customer writes, for the first time or again. */
const writes = (person = `bulk-${++people}`, text = "Hi") => customerWrites(world, { page: "330001", person, text, at: Date.now() });
const many = async (count: number) => {
  const all: string[] = [];
  for (let n = 0; n < count; n++) all.push((await writes()).id);
  return all;
};
const one = async (id: string) => {
  const found = await readConversation(world.database, lead, id);
  if (!found.ok) throw new Error(found.error.detail);
  return found.value;
};
const statuses = async (ids: string[]) => Promise.all(ids.map(async (id) => (await one(id)).status));
const uuid = (bulk: BulkChange) => fromTypeId("bulkChange", bulk.id) ?? "";
const value = <T>(result: { ok: true; value: T } | { ok: false; error: { detail: string } }): T => {
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
};
const work = (bulk: BulkChange) => continueBulkChange(world.context, { workspaceId: world.workspaceId, bulkChangeId: uuid(bulk) });
const after = async (bulk: BulkChange) => value(await readBulkChange(world.context, lead, uuid(bulk)));

it("changes each conversation once, tells what was skipped, and takes all of it back but what somebody changed since", async () => {
  const ids = await many(30);
  const label = value(await createLabel(world.context, { kind: "system", workspaceId: world.workspaceId }, { name: "Bulk", color: "blue" } as never));
  value(await updateConversation(world.context, lead, ids[0] ?? "", { status: "done" }));
  const wish = { status: "done" as const, addLabels: [label.id], priority: "high" as const };
  const bulk = value(await startBulkChange(world.context, lead, { ids: [...ids, newId()] }, wish));
  expect(bulk).toMatchObject({ state: "running", total: 31, by: "Lead", outcomes: { waiting: 31 } });
  // One of them writes again before its turn: their new words must not disappear as done.
  await writes(`bulk-${people - 30 + 6}`, "One more thing");
  await work(bulk);
  await work(bulk);
  const done = await after(bulk);
  expect(done).toMatchObject({ state: "done", outcomes: { waiting: 0, changed: 29, skipped: 2 } });
  expect(done.skipped.map((skip) => skip.reason).toSorted()).toEqual(["changed_since", "not_found"]);
  expect((await statuses(ids)).filter((status) => status === "done")).toHaveLength(29);
  expect(await one(ids[1] ?? "")).toMatchObject({ labels: [label.id], priority: "high" });

  value(await updateConversation(world.context, lead, ids[2] ?? "", { priority: "low" }));
  value(await undoBulkChange(world.context, lead, uuid(bulk)));
  await work(bulk);
  const undone = await after(bulk);
  expect(undone).toMatchObject({ state: "undone", outcomes: { undone: 28, skipped: 3 } });
  expect(await one(ids[1] ?? "")).toMatchObject({ status: "open", labels: [], priority: "normal" });
  expect(await one(ids[0] ?? "")).toMatchObject({ status: "done", labels: [] });
  expect(await one(ids[2] ?? "")).toMatchObject({ status: "done", priority: "low" });
  expect(await undoBulkChange(world.context, lead, uuid(bulk))).toMatchObject({ error: { code: "already_undone" } });
});

it("changes what a list holds when it is asked for, and nothing that comes later", async () => {
  const ids = await many(3);
  for (const id of ids) value(await updateConversation(world.context, lead, id, { priority: "urgent" }));
  const matching = { filter: { field: "priority" as const, op: "in" as const, values: ["urgent"] } };
  const bulk = value(await startBulkChange(world.context, lead, { matching }, { status: "snoozed", snoozedUntil: null }));
  const [late] = await many(1);
  value(await updateConversation(world.context, lead, late ?? "", { priority: "urgent" }));
  await work(bulk);
  expect(await statuses(ids)).toEqual(["snoozed", "snoozed", "snoozed"]);
  expect(await statuses([late ?? ""])).toEqual(["open"]);
});

it("does what whoever asked may do by then, and no more", async () => {
  const [ids, grace] = [await many(2), await addAgent(world, { name: "Grace", role: "agent" })];
  const ada = await addAgent(world, { name: "Ada", role: "agent" });
  value(await updateConversation(world.context, lead, ids[0] ?? "", { assigneeId: grace.agentId }));
  const bulk = value(await startBulkChange(world.context, ada, { ids }, { priority: "low" }));
  await work(bulk);
  expect(await after(bulk)).toMatchObject({ outcomes: { changed: 1, skipped: 1 }, skipped: [{ reason: "forbidden" }] });
  expect(await undoBulkChange(world.context, grace, uuid(bulk))).toMatchObject({ error: { code: "forbidden" } });

  const second = value(await startBulkChange(world.context, ada, { ids }, { priority: "high" }));
  await forWorkspace(world.database, world.workspaceId, (tx) => tx.query("UPDATE agents SET disabled_at = now() WHERE id = $1", [ada.agentId]));
  await work(second);
  expect(await after(second)).toMatchObject({ state: "done", outcomes: { changed: 0, skipped: 2 } });

  const viewer = await addAgent(world, { name: "Viewer", role: "viewer" });
  expect(await startBulkChange(world.context, viewer, { ids }, { priority: "low" })).toMatchObject({ error: { code: "forbidden" } });
  const stranger = await addAgent(world, { name: "Stranger", role: "owner", workspaceId: await world.addWorkspace("Other") });
  expect(await readBulkChange(world.context, stranger, uuid(bulk))).toMatchObject({ error: { code: "not_found" } });
});

it("is found again when its job was lost", async () => {
  const ids = await many(1);
  const bulk = value(await startBulkChange(world.context, lead, { ids }, { priority: "low" }));
  const forsaken = (before: Date) => forIngest(world.database, (tx) => findForsakenBulkChanges(tx, before));
  expect(await forsaken(new Date(world.clock.now.getTime() - 60_000))).toEqual([]);
  expect(await forsaken(new Date(world.clock.now.getTime() + 1))).toEqual([{ workspaceId: world.workspaceId, bulkChangeId: uuid(bulk) }]);
  await work(bulk);
  expect(await forsaken(new Date(world.clock.now.getTime() + 1))).toEqual([]);
});

it("refuses a snooze without a time to come", async () => {
  const wish = { status: "snoozed" as const, snoozedUntil: "2020-01-01T00:00:00.000Z" };
  expect(await startBulkChange(world.context, lead, { ids: [newId()] }, wish)).toMatchObject({ error: { code: "invalid_request" } });
});

it("says so when conditions take too long, here and in lists", { timeout: 30_000 }, async () => {
  const holder = new pg.Client({ connectionString: world.url });
  await holder.connect();
  // Nobody gets at the conversations: what would take for ever takes as long as one is ready to wait.
  await holder.query("BEGIN");
  await holder.query("LOCK TABLE conversations IN ACCESS EXCLUSIVE MODE");
  try {
    const filter = { field: "unread" as const, op: "is" as const, value: true };
    const asked = [
      readConversations(world.database, lead, { sort: "newest", limit: 10, filter }),
      countConversations(world.database, lead, { filter }),
      startBulkChange(world.context, lead, { matching: { filter } }, { priority: "low" }),
    ];
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: false, error: { code: "too_slow" } });
  } finally {
    await holder.end();
  }
});
