import { type Actor, fromTypeId, type MacroAction, type MacroState, macroStateOf, planMacro, type Result, toTypeId } from "@onethread/core";
import { readConversation, readMacros, readTimeline } from "@onethread/db/read";
import { addAgent, createWorld, customerWrites, type World } from "@onethread/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLabel, deleteLabel } from "./labels.ts";
import { createMacro, deleteMacro, updateMacro } from "./macros.ts";
import { createQueue } from "./queues.ts";
import { runMacro } from "./run-macro.ts";
import { undoMacroRun } from "./undo-macro-run.ts";
import { updateConversation } from "./update-conversation.ts";

const page = "330091";
type Agent = Actor & { kind: "agent" };
let world: World;
let ada: Agent;
let grace: Agent;
let noa: Agent;
let queues: string[];
let labels: string[];
beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: page });
  ada = await addAgent(world, { name: "Ada", role: "owner" });
  grace = await addAgent(world, { name: "Grace", role: "agent" });
  noa = await addAgent(world, { name: "Noa", role: "agent" });
  const queue = (name: string) => createQueue(world.context, ada, { name, businessHoursId: null, isDefault: false });
  queues = [must(await queue("Returns")).id, must(await queue("Sales")).id];
  const label = (name: string) => createLabel(world.context, ada, { name, color: "#112233" });
  labels = [must(await label("VIP")).id, must(await label("Late")).id, must(await label("Other")).id];
});
afterAll(() => world.close());

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const uuid = (id: string, kind: "agent" | "queue" | "label" | "macro" | "macroRun" | "note" | "message") => fromTypeId(kind, id) ?? "";
const later = (ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms);
};

let count = 0;
const writes = (text: string, person?: string) => customerWrites(world, { page, text, person });
const conversationOf = async (id: string) => must(await readConversation(world.database, ada, id));
const items = async (id: string) => must(await readTimeline(world.database, ada, { conversationId: id, limit: 100 })).data;
const make = async (actions: MacroAction[], by: Agent = ada) =>
  uuid(must(await createMacro(world.context, by, { name: `M${++count}`, actions, own: by !== ada })).id, "macro");
const run = (by: Actor, macro: string, conversationId: string, more: { skip?: number[]; lastSeenItemId?: string } = {}) =>
  runMacro(world.context, by, macro, { conversationId, ...more });

describe("macros", () => {
  it("are everybody's by a supervisor's hand, and one's own for whoever replies", async () => {
    const actions: MacroAction[] = [{ do: "set_status", status: "done" }];
    expect(await createMacro(world.context, grace, { name: "Close", actions, own: false })).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    const own = must(await createMacro(world.context, grace, { name: "Close", actions, own: true }));
    const shared = must(await createMacro(world.context, ada, { name: "Close", actions, own: false }));
    expect(await createMacro(world.context, ada, { name: "Close", actions, own: false })).toMatchObject({
      ok: false,
      error: { code: "already_exists" },
    });
    const names = async (who: Actor) => (await readMacros(world.database, who)).map(({ id }) => id);
    expect(await names(grace)).toEqual(expect.arrayContaining([own.id, shared.id]));
    expect(await names(noa)).not.toContain(own.id);
    expect(await updateMacro(world.context, noa, uuid(own.id, "macro"), { name: "Mine" })).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await updateMacro(world.context, grace, uuid(shared.id, "macro"), { name: "x" })).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    expect(must(await updateMacro(world.context, grace, uuid(own.id, "macro"), { name: "Done with it" })).name).toBe("Done with it");
    const key: Actor = { kind: "api_key", workspaceId: world.workspaceId, keyId: crypto.randomUUID(), name: "k", scopes: ["write", "send"] };
    expect(await createMacro(world.context, key, { name: "K", actions, own: true })).toMatchObject({ ok: false, error: { code: "invalid_request" } });
    expect(must(await deleteMacro(world.context, grace, uuid(own.id, "macro")))).toBeNull();
    expect(await run(grace, uuid(own.id, "macro"), (await writes("x")).id)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(world.news).toContainEqual(expect.objectContaining({ kind: "macro", ids: [uuid(shared.id, "macro")] }));
  });

  it("are not made about what is not there", async () => {
    const gone = (kind: "agent" | "queue" | "label") => toTypeId(kind, crypto.randomUUID());
    const actions: MacroAction[] = [
      { do: "assign", to: gone("agent") },
      { do: "assign", to: "me" },
      { do: "set_queue", queueId: gone("queue") },
      { do: "add_labels", labels: [labels[0] ?? "", gone("label")] },
    ];
    const made = await createMacro(world.context, ada, { name: "Gone", actions, own: false });
    expect(made.ok ? null : made.error.errors?.map(({ pointer }) => pointer)).toEqual(["/actions/0/to", "/actions/2/queueId", "/actions/3/labels"]);
  });
});

/** Draws what a macro may say, also about what has been deleted since. */
const drawnActions = () => {
  const some = (all: readonly string[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 });
  return fc.array(
    fc.oneof(
      fc.constant<MacroAction>({ do: "insert_text", text: "Hello" }),
      fc.constant<MacroAction>({ do: "add_note", text: "@Grace look" }),
      fc.record({ do: fc.constant("set_status" as const), status: fc.constantFrom("open" as const, "done" as const) }),
      fc.record({ do: fc.constant("snooze" as const), hours: fc.option(fc.integer({ min: 1, max: 100 })) }),
      fc.record({ do: fc.constant("set_priority" as const), priority: fc.constantFrom("low" as const, "normal" as const, "urgent" as const) }),
      fc.record({
        do: fc.constant("assign" as const),
        to: fc.constantFrom("me", "nobody", toTypeId("agent", ada.agentId), toTypeId("agent", noa.agentId)),
      }),
      fc.record({ do: fc.constant("set_queue" as const), queueId: fc.option(fc.constantFrom(...queues)) }),
      fc.record({ do: fc.constant("add_labels" as const), labels: some(labels) }),
      fc.record({ do: fc.constant("remove_labels" as const), labels: some(labels) }),
    ),
    { minLength: 1, maxLength: 7 },
  );
};

describe("running one", () => {
  it("does what its preview says, writes an event for each change in that order, and is taken back whole", async () => {
    const { id } = await writes("Where is it?");
    await fc.assert(
      fc.asyncProperty(
        drawnActions(),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 2 }),
        fc.constantFrom(...(["open", "snoozed", "done"] as const)),
        fc.constantFrom(null, "grace", "noa"),
        fc.boolean(),
        async (actions, skip, status, assignee, asOwner) => {
          later(60_000);
          const assigneeId = assignee && { grace: grace.agentId, noa: noa.agentId }[assignee];
          await updateConversation(world.context, ada, id, { status, snoozedUntil: status === "snoozed" ? null : undefined, assigneeId });
          const actor = asOwner ? ada : grace;
          const macro = await make(actions);
          later(1000);
          const start = await conversationOf(id);
          const before = macroStateOf(start);
          const mayWork = asOwner || assignee !== "noa";
          const there = {
            agents: new Set([ada, grace, noa].map((one) => toTypeId("agent", one.agentId))),
            queues: new Set(queues),
            labels: new Set(labels),
          };
          const now = world.clock.now.getTime();
          const plan = planMacro(actions, before, { now, agentId: toTypeId("agent", actor.agentId), mayWork, ...there }, new Set(skip));
          const done = must(await run(actor, macro, id, { skip }));
          expect(done.steps).toEqual(plan.map(({ outcome, obstacle }) => ({ outcome, obstacle })));
          const same = ({ labels: own, ...state }: MacroState) => ({ ...state, labels: [...own].sort() });
          expect(same(macroStateOf(await conversationOf(id)))).toEqual(same(plan.at(-1)?.after ?? before));
          const events = {
            set_status: "status_changed",
            snooze: "status_changed",
            set_priority: "priority_changed",
            assign: "assigned",
            set_queue: "queue_changed",
            add_labels: "labels_changed",
            remove_labels: "labels_changed",
            add_note: "note",
            insert_text: null,
          };
          const changed = plan.flatMap(({ outcome }, index) => (outcome === "changes" ? (events[actions[index]?.do ?? "insert_text"] ?? []) : []));
          const written = async () =>
            (await items(id))
              .filter(({ occurredAt }) => occurredAt === world.clock.now.toISOString())
              .map(({ type, content }) => (type === "note" ? "note" : content.event));
          expect(await written()).toEqual(changed);

          later(1000);
          await undoMacroRun(world.context, actor, uuid(done.id, "macroRun")).then(must);
          const after = await conversationOf(id);
          expect(same(macroStateOf(after))).toEqual(same(before));
          expect([after.lastMessage, after.followers, after.lastActivityAt]).toEqual([start.lastMessage, start.followers, start.lastActivityAt]);
          expect((await items(id)).filter(({ type, deletedAt }) => type === "note" && deletedAt === null)).toEqual([]);
          expect(await undoMacroRun(world.context, actor, uuid(done.id, "macroRun"))).toMatchObject({ ok: false, error: { code: "already_undone" } });
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it("counts its uses, mentions whom its note names, and goes on after a change by the same rules", async () => {
    const { id } = await writes("Hi");
    const macro = await make([
      { do: "add_note", text: "@Noa please check" },
      { do: "add_labels", labels: [labels[0] ?? ""] },
      { do: "set_status", status: "done" },
    ]);
    must(await run(grace, macro, id, { skip: [2] }));
    expect((await readMacros(world.database, ada)).find((one) => one.id === toTypeId("macro", macro))).toMatchObject({ uses: 1 });
    expect(must(await readConversation(world.database, noa, id)).mention).toBe("new");
    expect((await conversationOf(id)).followers.map(({ name }) => name)).toEqual(["Noa"]);
  });

  it("does all of it or nothing: a newer message keeps it from being marked done, and then nothing was done", async () => {
    const { id, person } = await writes("First");
    const seen = (await items(id)).find(({ type }) => type === "message")?.id ?? "";
    later(1000);
    await writes("And another thing", person);
    const macro = await make([
      { do: "set_priority", priority: "urgent" },
      { do: "add_note", text: "All good" },
      { do: "set_status", status: "done" },
    ]);
    const length = (await items(id)).length;
    expect(await run(grace, macro, id, { lastSeenItemId: uuid(seen, "message") })).toMatchObject({ ok: false, error: { code: "newer_message" } });
    expect(await conversationOf(id)).toMatchObject({ status: "open", priority: "normal" });
    expect(await items(id)).toHaveLength(length);
    expect((await readMacros(world.database, ada)).find((one) => one.id === toTypeId("macro", macro))).toMatchObject({ uses: 0 });
  });

  it("is taken back by whoever ran it, within an hour, and leaves what changed since", async () => {
    const { id } = await writes("Mine");
    const fresh = must(await createLabel(world.context, ada, { name: "Fresh", color: "#112233" }));
    await updateConversation(world.context, ada, id, { labelIds: [uuid(fresh.id, "label")] });
    const macro = await make([
      { do: "remove_labels", labels: [fresh.id] },
      { do: "set_priority", priority: "high" },
      { do: "assign", to: toTypeId("agent", noa.agentId) },
    ]);
    const first = must(await run(grace, macro, id));
    expect(first.conversation).toMatchObject({ priority: "high", labels: [], assignee: { name: "Noa" } });
    expect(await undoMacroRun(world.context, noa, uuid(first.id, "macroRun"))).toMatchObject({ ok: false, error: { code: "forbidden" } });
    await updateConversation(world.context, ada, id, { priority: "low" });
    must(await deleteLabel(world.context, ada, uuid(fresh.id, "label")));
    // Grace gave it away, so she may take that back.
    expect(must(await undoMacroRun(world.context, grace, uuid(first.id, "macroRun")))).toMatchObject({ priority: "low", labels: [], assignee: null });

    const second = must(await run(grace, macro, id, { skip: [0] }));
    await updateConversation(world.context, ada, id, { assigneeId: ada.agentId });
    expect(await undoMacroRun(world.context, grace, uuid(second.id, "macroRun"))).toMatchObject({ ok: false, error: { code: "forbidden" } });
    later(3_700_000);
    expect(await undoMacroRun(world.context, grace, uuid(second.id, "macroRun"))).toMatchObject({ ok: false, error: { code: "not_retryable" } });
  });
});
