import { type Actor, fromTypeId, type IdKind, type RoutingAction, type RoutingCondition, toTypeId } from "@onethread/core";
import { forIngest, newId } from "@onethread/db/client";
import { readRoutingDecisions, readRoutingRules, readTimeline } from "@onethread/db/read";
import { forgetOldDecisions } from "@onethread/db/write";
import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBusinessHours } from "../business-hours.ts";
import { drainWebhooks } from "../drain-webhooks.ts";
import { createLabel } from "../labels.ts";
import { mergeCustomers } from "../merge-customers.ts";
import { createQueue, deleteQueue, updateQueue } from "../queues.ts";
import { webhookReceiver } from "../receive-webhook.ts";
import { createRoutingRule, deleteRoutingRule, updateRoutingRule } from "../routing-rules.ts";
import { updateConversation } from "../update-conversation.ts";
import { updateCustomer } from "../update-customer.ts";
import { dryRunRouting } from "./dry-run-routing.ts";

let world: World;
const pages = ["330031", "330032"];
const accounts: string[] = [];
const queues: Record<string, string> = {};
let label: string;
beforeAll(async () => {
  world = await createWorld();
  for (const page of pages) accounts.push((await world.addAccount({ channel: "messenger", externalId: page })).typeId);
  for (const name of ["Sales", "Returns", "Everything"]) queues[name] = must(await createQueue(world.context, system(), { name })).id;
  label = must(await createLabel(world.context, system(), { name: "VIP", color: "#245fd4" })).id;
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const { id } of await readRoutingRules(world.database, system())) await deleteRoutingRule(world.context, system(), uuid("routingRule", id));
});

const system = (): Actor => ({ kind: "system", workspaceId: world.workspaceId });
const supervisor = (): Actor => ({ kind: "agent", workspaceId: world.workspaceId, agentId: newId(), name: "A", role: "supervisor" });
const uuid = (kind: IdKind, id: string | undefined) => fromTypeId(kind, id ?? "") ?? "";
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
function must<T>(result: { ok: true; value: T } | { ok: false; error: { detail: string } }): T {
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}
const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;

const to = (queue: string | null, more: Partial<RoutingAction> = {}): RoutingAction => ({
  queueId: queue === null ? null : (queues[queue] ?? null),
  assigneeId: null,
  labels: [],
  priority: null,
  ...more,
});
const rule = async (name: string, condition: RoutingCondition, action: RoutingAction, enabled = true) =>
  must(await createRoutingRule(world.context, system(), { name, condition, action, enabled }));
const says = (value: string): RoutingCondition => ({ all: [{ field: "text", op: "contains", value }] });

let count = 0;
type Said = { text?: string; page?: string | undefined; person?: string; referral?: object | undefined };
const nextPerson = () => `91${++count}`;
async function write(said: readonly Said[]): Promise<void> {
  for (const { text = "hello", page = pages[0], person = nextPerson(), referral } of said) {
    const message = { mid: `m_${newId()}`, text, ...(referral ? { referral } : {}) };
    const messaging = [{ sender: { id: person }, recipient: { id: page }, timestamp: world.clock.now.getTime(), message }];
    await webhookReceiver(world.context)(signed({ object: "page", entry: [{ id: page, time: 1, messaging }] }, testAppSecret));
  }
  await drainWebhooks(world.context);
}
async function writes(said: Said = {}): Promise<{ id: string; customerId: string; person: string }> {
  const person = said.person ?? nextPerson();
  await write([{ ...said, person }]);
  const [found] = await rows(
    "SELECT c.id, c.customer_id FROM conversations c JOIN identities i ON i.workspace_id = c.workspace_id AND i.customer_id = c.customer_id WHERE i.value = $1",
    person,
  );
  return { id: found.id, customerId: found.customer_id, person };
}
const state = async (id: string) =>
  (await rows('SELECT queue_id AS "queueId", assignee_id AS "assigneeId", label_ids AS labels, priority FROM conversations WHERE id = $1', id))[0];
const decisions = async (id: string) => must(await readRoutingDecisions(world.database, system(), id));

describe("a case that begins", () => {
  it("goes where the first rule that is met says, and why is kept: with the rules above, without the customer's words", async () => {
    const first = await rule("Sales", says("buy"), to("Sales"));
    const second = await rule("Returns", says("return, refund"), to("Returns", { labels: [label], priority: "high" }));
    await rule("Too late", { all: [] }, to("Sales"));
    const { id } = await writes({ text: "I want to RETURN my coat" });
    expect(await state(id)).toEqual({ queueId: uuid("queue", queues.Returns), assigneeId: null, labels: [uuid("label", label)], priority: "high" });
    const [decision, ...others] = await decisions(id);
    expect(others).toEqual([]);
    expect(decision).toMatchObject({
      rule: { id: second.id, name: "Returns", version: 1 },
      considered: [
        { ruleId: first.id, name: "Sales", outcome: "condition", failed: { field: "text", op: "contains", value: "buy" } },
        { ruleId: second.id, outcome: "matched", failed: null },
      ],
      result: { queue: { name: "Returns" }, assignee: null, labels: [{ name: "VIP" }], priority: "high", byDefault: false },
      facts: { channel: "messenger", account: accounts[0], referral: false },
    });
    expect(JSON.stringify(await rows("SELECT * FROM routing_decisions"))).not.toContain("coat");
    const timeline = must(await readTimeline(world.database, system(), { conversationId: id, limit: 10 }));
    expect(timeline.data.filter((item) => item.type === "event")).toMatchObject([
      { content: { event: "routed", data: { rule: "Returns", ruleId: second.id, queue: "Returns", decisionId: decision?.id } } },
    ]);
  });

  it("is left alone while it is open, and sent again after it was done", async () => {
    const { id, person } = await writes();
    expect(await decisions(id)).toEqual([]);
    await rule("All", { all: [] }, to("Sales"));
    await writes({ person });
    expect(await state(id)).toMatchObject({ queueId: null });
    await updateConversation(world.context, system(), id, { status: "done" });
    await writes({ person });
    expect(await state(id)).toMatchObject({ queueId: uuid("queue", queues.Sales) });
  });

  it("is judged by its account, its ad, the customer's language and their last case, and the hours when it was written", async () => {
    const day = [{ from: "09:00", to: "17:00" }];
    const hours = must(
      await createBusinessHours(world.context, system(), {
        name: "UTC days",
        timeZone: "UTC",
        week: Array.from({ length: 7 }, () => day),
        exceptions: [],
        closedUntil: null,
        isDefault: false,
      }),
    );
    const vip = await rule("VIP", { field: "label", op: "in", values: [label] }, to("Sales"));
    await rule("Portuguese", { field: "language", op: "in", values: ["pt"] }, to("Sales"));
    await rule("Ad", { field: "referralText", op: "contains", value: "SPRING" }, to("Sales"));
    await rule("Second page", { field: "account", op: "in", values: [accounts[1] ?? ""] }, to("Sales"));
    await rule("Closed", { field: "hours", op: "closed", values: [hours.id] }, to("Returns"));
    const ruled = async (id: string) => (await decisions(id))[0]?.rule?.name ?? null;
    world.clock.now = new Date("2026-11-28T12:00:00Z");
    const one = await writes();
    expect(await ruled(one.id)).toBeNull();
    expect(await ruled((await writes({ page: pages[1] })).id)).toBe("Second page");
    expect(await ruled((await writes({ referral: { ref: "spring", source: "ADS", type: "OPEN_THREAD", ad_id: "23" } })).id)).toBe("Ad");
    await updateConversation(world.context, system(), one.id, { labelIds: [uuid("label", label)] });
    await updateConversation(world.context, system(), one.id, { status: "done" });
    await updateCustomer(world.context, system(), one.customerId, { attributes: { language: "pt-BR" } });
    world.clock.now = new Date("2026-11-28T20:00:00Z");
    await writes({ person: one.person });
    expect(await ruled(one.id)).toBe("VIP");
    await updateRoutingRule(world.context, system(), uuid("routingRule", vip.id), { enabled: false });
    await updateConversation(world.context, system(), one.id, { status: "done" });
    world.clock.now = new Date("2026-11-28T20:01:00Z");
    await writes({ person: one.person });
    expect(await ruled(one.id)).toBe("Portuguese");
    expect(await ruled((await writes()).id)).toBe("Closed");
    world.clock.now = new Date();
  });

  it("takes the queue alone while the rule's agent is away, and passes a rule over that leads nowhere", async () => {
    const ada = newId();
    await rows(
      "INSERT INTO agents (workspace_id, id, user_id, name, email, role) VALUES ($1, $2::uuid, $2::text, 'Ada', 'ada@example.com', 'agent')",
      world.workspaceId,
      ada,
    );
    const assigneeId = toTypeId("agent", ada);
    const both = await rule("Both", says("both"), to("Sales", { assigneeId }));
    const alone = await rule("Alone", says("alone"), to(null, { assigneeId }));
    await rule("Rest", { all: [] }, to("Returns"));
    expect(await state((await writes({ text: "both" })).id)).toMatchObject({ queueId: uuid("queue", queues.Sales), assigneeId: ada });
    expect(await state((await writes({ text: "alone" })).id)).toMatchObject({ queueId: null, assigneeId: ada });
    await rows("UPDATE agents SET disabled_at = now() WHERE id = $1", ada);
    const fellBack = await writes({ text: "both" });
    expect(await state(fellBack.id)).toMatchObject({ queueId: uuid("queue", queues.Sales), assigneeId: null });
    expect(await decisions(fellBack.id)).toMatchObject([{ rule: { id: both.id }, result: { fellBack: true, assignee: null } }]);
    const passed = await writes({ text: "alone" });
    expect(await decisions(passed.id)).toMatchObject([
      { rule: { name: "Rest" }, considered: [{ ruleId: both.id }, { ruleId: alone.id, outcome: "no_target" }, {}] },
    ]);
    expect((await readRoutingRules(world.database, system())).map(({ name, problems }) => [name, problems])).toEqual([
      ["Both", ["agent_away"]],
      ["Alone", ["no_target"]],
      ["Rest", []],
    ]);
  });

  it("goes to the default queue when no rule is met", async () => {
    const id = uuid("queue", queues.Everything);
    must(await updateQueue(world.context, system(), id, { isDefault: true }));
    await rule("Sales", says("buy"), to("Sales"));
    const conversation = await writes();
    expect(await state(conversation.id)).toMatchObject({ queueId: id });
    expect(await decisions(conversation.id)).toMatchObject([{ rule: null, result: { byDefault: true, queue: { name: "Everything" } } }]);
    must(await updateQueue(world.context, system(), id, { isDefault: false }));
  });

  it("keeps its reasons when its customer is merged into another", async () => {
    await rule("All", { all: [] }, to("Sales"));
    const [one, two] = [await writes(), await writes()];
    must(await mergeCustomers(world.context, system(), { survivorId: one.customerId, otherId: two.customerId }));
    expect(await decisions(one.id)).toHaveLength(2);
  });
});

describe("rules", () => {
  it("are changed by those who may; each change makes a version, each move does not", async () => {
    const input = { name: "X", enabled: true, condition: { all: [] }, action: to("Sales") };
    expect(code(await createRoutingRule(world.context, supervisor(), input))).toBe("forbidden");
    expect(code(await createRoutingRule(world.context, system(), { ...input, action: to(null, { queueId: toTypeId("queue", newId()) }) }))).toBe(
      "invalid_request",
    );
    const [one, two] = [await rule("One", { all: [] }, to("Sales")), await rule("Two", says("x"), to("Sales"))];
    expect((await readRoutingRules(world.database, system())).map(({ problems }) => problems)).toEqual([[], ["never_reached"]]);
    expect(must(await updateRoutingRule(world.context, system(), uuid("routingRule", two.id), { position: 0 }))).toMatchObject({
      version: 1,
      position: 0,
      problems: [],
    });
    expect(must(await updateRoutingRule(world.context, system(), uuid("routingRule", one.id), { name: "Uno" }))).toMatchObject({
      version: 2,
      name: "Uno",
      position: 1,
    });
    expect(world.news.at(-1)).toMatchObject({ kind: "routing_rule" });
    const other: Actor = { kind: "system", workspaceId: await world.addWorkspace() };
    expect(code(await updateRoutingRule(world.context, other, uuid("routingRule", one.id), { name: "Y" }))).toBe("not_found");
    expect(await readRoutingRules(world.database, other)).toEqual([]);
  });

  it("say it when their queue is gone", async () => {
    const gone = must(await createQueue(world.context, system(), { name: "Gone" }));
    await rule("Gone", { all: [] }, { ...to(null), queueId: gone.id });
    must(await deleteQueue(world.context, system(), uuid("queue", gone.id)));
    expect((await readRoutingRules(world.database, system()))[0]?.problems).toEqual(["no_target"]);
    expect(await state((await writes()).id)).toMatchObject({ queueId: null });
  });
});

describe("a dry run", () => {
  const word = fc.constantFrom("alpaca", "return", "late");
  const leaf: fc.Arbitrary<RoutingCondition> = fc.oneof(
    word.map((value) => ({ field: "text" as const, op: "contains" as const, value })),
    fc.constantFrom(0, 1).map((page) => ({ field: "account" as const, op: "in" as const, values: [accounts[page] ?? ""] })),
    fc.boolean().map((value) => ({ field: "referral" as const, op: "is" as const, value })),
  );
  const condition = fc
    .array(leaf, { maxLength: 3 })
    .chain((parts) => fc.constantFrom<RoutingCondition>({ all: parts }, { any: parts }, { none: parts }));
  const cases = fc.record({
    rules: fc.array(
      fc.record({ condition: fc.constant(null).chain(() => condition), queue: fc.constantFrom("Sales", "Returns"), enabled: fc.boolean() }),
      { maxLength: 4 },
    ),
    said: fc.array(
      fc.record({
        text: fc.array(word, { maxLength: 2 }).map((words) => words.join(" ") || "hello"),
        page: fc.constantFrom(...pages),
        referral: fc.constantFrom(undefined, { ref: "x", source: "ADS", type: "OPEN_THREAD", ad_id: "1" }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });

  it("says of known conversations what the real run did, whatever the rules", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ rules, said }) => {
        for (const { id } of await readRoutingRules(world.database, system()))
          await deleteRoutingRule(world.context, system(), uuid("routingRule", id));
        for (const [index, one] of rules.entries()) await rule(`Rule ${index}`, one.condition, to(one.queue), one.enabled);
        const before = new Set((await rows("SELECT id FROM conversations")).map(({ id }) => id));
        await write(said);
        const made = (await rows("SELECT id, queue_id FROM conversations")).filter(({ id }) => !before.has(id));
        expect(made).toHaveLength(said.length);
        for (const { id, queue_id } of made) {
          const [trial] = must(await dryRunRouting(world.context, system(), id)).data;
          const [real] = await decisions(id);
          expect(trial?.result?.queue?.id ?? null).toBe(queue_id && toTypeId("queue", queue_id));
          if (real) expect({ ...trial, conversation: null }).toEqual({ ...real, id: undefined, at: undefined, conversation: null });
          else expect(rules.some(({ enabled }) => enabled)).toBe(false);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("tries a rule that is not saved: a new one behind all others, a changed one at its place", async () => {
    await rule("First", { field: "text", op: "contains", value: "alpaca" }, to("Sales"));
    const { id } = await writes();
    const first = (await readRoutingRules(world.database, system())).find(({ name }) => name === "First");
    const tried = { name: "Tried", enabled: true, condition: { all: [] }, action: to("Returns") };
    const run = async (one: object) => must(await dryRunRouting(world.context, system(), id, { ...tried, ...one })).data[0];
    expect(await run({})).toMatchObject({
      rule: { name: "Tried", version: 1 },
      result: { queue: { name: "Returns" } },
      considered: [{ name: "First", outcome: "condition" }, { outcome: "matched" }],
    });
    expect(await run({ id: first?.id })).toMatchObject({ rule: { id: first?.id, name: "Tried", version: 2 }, considered: [{ outcome: "matched" }] });
    expect((await run({ enabled: false }))?.rule).toBeNull();
    expect((await readRoutingRules(world.database, system())).map(({ name }) => name)).toEqual(["First"]);
  });

  it("looks at the 50 last active ones, changes nothing, and is for those who may", async () => {
    await rule("All", { all: [] }, to("Sales"));
    const { id } = await writes();
    await updateConversation(world.context, system(), id, { queueId: uuid("queue", queues.Returns) });
    const before = await state(id);
    const { data } = must(await dryRunRouting(world.context, system(), undefined));
    expect(data.length).toBeGreaterThan(1);
    expect(data.length).toBeLessThanOrEqual(50);
    expect(data[0]).toMatchObject({
      conversation: { id: toTypeId("conversation", id) },
      rule: { name: "All" },
      result: { queue: { name: "Sales" } },
    });
    expect(await state(id)).toEqual(before);
    expect(code(await dryRunRouting(world.context, supervisor(), undefined))).toBe("forbidden");
  });
});

describe("old decisions", () => {
  it("are taken away, but not while their case is open", async () => {
    await rule("All", { all: [] }, to("Sales"));
    const [open, done] = [(await writes()).id, (await writes()).id];
    await updateConversation(world.context, system(), done, { status: "done" });
    const old = new Date(Date.now() - 1000);
    await rows("UPDATE routing_decisions SET at = $1", old);
    await forIngest(world.database, (tx) => forgetOldDecisions(tx, old));
    expect([(await decisions(open)).length, (await decisions(done)).length]).toEqual([1, 1]);
    await forIngest(world.database, (tx) => forgetOldDecisions(tx, new Date()));
    expect([(await decisions(open)).length, (await decisions(done)).length]).toEqual([1, 0]);
  });
});
