import type { Actor } from "@onethread/core";
import { toTypeId } from "@onethread/core";
import { newId } from "@onethread/db/client";
import { readQueues, readViewCounts } from "@onethread/db/read";
import { createWorld, customerWrites, type World } from "@onethread/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mergeCustomers } from "./merge-customers.ts";
import { createQueue, deleteQueue, updateQueue } from "./queues.ts";
import { sweep } from "./sweep.ts";
import { undoMerge } from "./undo-merge.ts";
import { type ConversationChange, updateConversation } from "./update-conversation.ts";

let world: World;
const page = "330019";
beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: page });
});
afterAll(() => world.close());

const system = (): Actor => ({ kind: "system", workspaceId: world.workspaceId });
const agent = (): Actor => ({ kind: "agent", workspaceId: world.workspaceId, agentId: crypto.randomUUID(), name: "A", role: "supervisor" });
const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);

/** Somebody new, or somebody known, writes. */
const writes = (person?: string) => customerWrites(world, { page, person });

const change = async (id: string, patch: ConversationChange) => expect(code(await updateConversation(world.context, system(), id, patch))).toBe("ok");
const inQueue = async (name: string) => (await readQueues(world.database, system())).find((queue) => queue.name === name)?.open;

let returns: string;
let wholesale: string;
/** What the queues say, before and after their changes are added up, is what is in them. */
async function expectOpen(sizes: { returns: number; wholesale: number }): Promise<void> {
  const said = async () => ({ returns: await inQueue("Returns"), wholesale: await inQueue("Wholesale") });
  expect(await said()).toEqual(sizes);
  await sweep(world.context);
  expect(await rows("SELECT count(*)::int AS left FROM queue_changes")).toEqual([{ left: 0 }]);
  expect(await said()).toEqual(sizes);
  const counted = await rows(
    "SELECT q.name, (SELECT count(*)::int FROM conversations v WHERE v.workspace_id = q.workspace_id AND v.queue_id = q.id AND v.status = 'open') AS open FROM queues q ORDER BY 1",
  );
  expect(counted).toEqual([
    { name: "Returns", open: sizes.returns },
    { name: "Wholesale", open: sizes.wholesale },
  ]);
}

describe("a queue's size", () => {
  beforeEach(async () => {
    for (const { id } of await rows("SELECT id FROM queues")) await deleteQueue(world.context, system(), id);
    for (const name of ["Returns", "Wholesale"]) expect(code(await createQueue(world.context, system(), { name }))).toBe("ok");
    [returns, wholesale] = (await rows("SELECT id FROM queues ORDER BY name")).map((row: { id: string }) => row.id) as [string, string];
  });

  it("follows assignment, snooze, done, reopening and a new case", async () => {
    const one = await writes();
    await expectOpen({ returns: 0, wholesale: 0 });
    await change(one.id, { queueId: returns });
    await change(one.id, { queueId: returns });
    await expectOpen({ returns: 1, wholesale: 0 });
    await change(one.id, { queueId: wholesale });
    await expectOpen({ returns: 0, wholesale: 1 });
    await change(one.id, { status: "snoozed", snoozedUntil: new Date(world.clock.now.getTime() + 60_000) });
    await expectOpen({ returns: 0, wholesale: 0 });
    await writes(one.person);
    await expectOpen({ returns: 0, wholesale: 1 });
    await change(one.id, { status: "done", queueId: returns });
    await expectOpen({ returns: 0, wholesale: 0 });
    await change(one.id, { status: "open" });
    await expectOpen({ returns: 1, wholesale: 0 });
    await change(one.id, { status: "done" });
    await writes(one.person);
    await expectOpen({ returns: 0, wholesale: 0 });
    expect(await rows("SELECT status, queue_id FROM conversations WHERE id = $1", one.id)).toEqual([{ status: "open", queue_id: null }]);
  });

  it("follows a merge and its undoing, and the case keeps its queue", async () => {
    const [one, two] = [await writes(), await writes()];
    await change(one.id, { status: "done" });
    await change(two.id, { queueId: returns });
    const merge = await mergeCustomers(world.context, system(), { survivorId: one.customerId, otherId: two.customerId });
    if (!merge.ok) throw new Error(merge.error.code);
    expect(await rows("SELECT queue_id FROM conversations WHERE id = $1", one.id)).toEqual([{ queue_id: returns }]);
    await expectOpen({ returns: 1, wholesale: 0 });
    const [{ id: mergeId }] = await rows("SELECT id FROM merges WHERE survivor_id = $1", one.customerId);
    expect(code(await undoMerge(world.context, system(), mergeId))).toBe("ok");
    expect(await rows("SELECT status, queue_id FROM conversations WHERE id = $1", two.id)).toEqual([{ status: "open", queue_id: returns }]);
    await expectOpen({ returns: 1, wholesale: 0 });
  });

  it("is right when many change it at once, while it is added up", async () => {
    const people: { person: string; id: string }[] = [];
    for (let index = 0; index < 12; index++) people.push(await writes());
    const rounds = people.map(async ({ id }, index) => {
      for (const queueId of [returns, wholesale, null, index % 2 ? returns : wholesale]) await change(id, { queueId });
      if (index % 3 === 0) await change(id, { status: "done" });
    });
    await Promise.all([...rounds, ...Array.from({ length: 6 }, () => sweep(world.context))]);
    await expectOpen({ returns: 4, wholesale: 4 });
  });

  it("goes with the queue, also while conversations are put in", async () => {
    const people = [await writes(), await writes(), await writes(), await writes()];
    const [first] = people;
    await change(first?.id ?? "", { queueId: returns });
    const [gone, ...put] = await Promise.all([
      deleteQueue(world.context, system(), returns),
      ...people.slice(1).map(({ id }) => updateConversation(world.context, system(), id, { queueId: returns })),
    ]);
    expect(code(gone)).toBe("ok");
    for (const one of put) expect(["ok", "invalid_request"]).toContain(code(one));
    expect(
      await rows(
        "SELECT id FROM conversations WHERE queue_id IS NOT NULL AND id = ANY($1)",
        people.map(({ id }) => id),
      ),
    ).toEqual([]);
    await sweep(world.context);
    expect(await inQueue("Wholesale")).toBe(0);
    expect(await inQueue("Returns")).toBeUndefined();
  });
});

describe("queues", () => {
  it("have one name each, and are an admin's to make", async () => {
    const made = await createQueue(world.context, system(), { name: "Repairs" });
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value).toMatchObject({ name: "Repairs", open: 0 });
    expect(code(await createQueue(world.context, system(), { name: "Repairs" }))).toBe("already_exists");
    const [{ id }] = await rows("SELECT id FROM queues WHERE name = 'Repairs'");
    expect(await updateQueue(world.context, system(), id, { name: "Mending" })).toMatchObject({
      ok: true,
      value: { id: toTypeId("queue", id), name: "Mending" },
    });
    for (const refused of [
      createQueue(world.context, agent(), { name: "X" }),
      updateQueue(world.context, agent(), id, { name: "X" }),
      deleteQueue(world.context, agent(), id),
    ])
      expect(code(await refused)).toBe("forbidden");
    expect(code(await updateQueue(world.context, system(), newId(), { name: "X" }))).toBe("not_found");
    expect(code(await deleteQueue(world.context, system(), id))).toBe("ok");
    expect(code(await deleteQueue(world.context, system(), id))).toBe("not_found");
  });
});

describe("views", () => {
  it("are counted up to 99, and for whom", async () => {
    const before = Object.fromEntries((await readViewCounts(world.database, system())).map(({ view, count: size }) => [view, size]));
    const me = newId();
    await world.database.ingest.query(
      "INSERT INTO agents (workspace_id, id, user_id, name, email, role) VALUES ($1, $2, 'u1', 'Me', 'me@example.com', 'agent')",
      [world.workspaceId, me],
    );
    const [one, two, three] = [await writes(), await writes(), await writes()];
    await change(one.id, { assigneeId: me });
    await change(two.id, { status: "snoozed", snoozedUntil: null });
    await change(three.id, { status: "done" });
    const actor: Actor = { kind: "agent", workspaceId: world.workspaceId, agentId: me, name: "Me", role: "agent" };
    expect(await readViewCounts(world.database, actor)).toEqual([
      { view: "mine", count: 1, more: false },
      { view: "unassigned", count: before.unassigned, more: false },
      { view: "all", count: (before.all ?? 0) + 1, more: false },
      { view: "snoozed", count: 1, more: false },
      { view: "mentions", count: 0, more: false },
      { view: "watching", count: 0, more: false },
      { view: "drafts", count: 0, more: false },
    ]);
    await world.database.ingest.query(
      `WITH made AS (
         INSERT INTO customers (workspace_id, id) SELECT $1, gen_random_uuid() FROM generate_series(1, 120) RETURNING id)
       INSERT INTO conversations (workspace_id, id, customer_id, status, last_activity_at, last_message_id, label_ids, channels)
       SELECT $1, gen_random_uuid(), id, 'open', now(), gen_random_uuid(), '{}', '{}' FROM made`,
      [world.workspaceId],
    );
    expect((await readViewCounts(world.database, actor)).filter(({ more }) => more)).toEqual([
      { view: "unassigned", count: 99, more: true },
      { view: "all", count: 99, more: true },
    ]);
  });
});

describe("the default queue", () => {
  it("is the last chosen one's when several are chosen at once, and nobody is told that a name is taken", async () => {
    const made = await Promise.all(
      ["A", "B", "C", "D"].map((name) => createQueue(world.context, system(), { name: `Default ${name}`, isDefault: true })),
    );
    expect(made.map(code)).toEqual(["ok", "ok", "ok", "ok"]);
    expect((await readQueues(world.database, system())).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });
});
