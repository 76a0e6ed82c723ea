import type { Actor } from "@onethread/core";
import { fromTypeId } from "@onethread/core";
import { readBusinessHours } from "@onethread/db/read";
import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createBusinessHours, deleteBusinessHours, updateBusinessHours } from "./business-hours.ts";
import { createQueue, updateQueue } from "./queues.ts";
import { createRoutingRule, deleteRoutingRule } from "./routing-rules.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  world.clock.now = new Date("2026-11-30T09:00:00Z");
});
afterAll(() => world.close());

const system = (): Actor => ({ kind: "system", workspaceId: world.workspaceId });
const agent = (): Actor => ({ kind: "agent", workspaceId: world.workspaceId, agentId: crypto.randomUUID(), name: "A", role: "supervisor" });
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
const uuid = (id: string) => fromTypeId("businessHours", id) ?? "";
const nine = [{ from: "09:00", to: "17:00" }];
const office = {
  name: "Office",
  timeZone: "Europe/Berlin",
  week: [nine, nine, nine, nine, nine, [], []],
  exceptions: [],
  closedUntil: null,
  isDefault: false,
};
async function make(name: string, more: object = {}) {
  const made = await createBusinessHours(world.context, system(), { ...office, name, ...more });
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
}

it("are made, changed and told of, by those who may; the first ones are the default", async () => {
  expect(code(await createBusinessHours(world.context, agent(), office))).toBe("forbidden");
  const one = await make("Office");
  expect(one).toMatchObject({ isDefault: true, open: true, closesAt: "2026-11-30T16:00:00.000Z", opensAt: null, usedBy: [] });
  expect(world.news.at(-1)).toMatchObject({ kind: "business_hours", ids: [uuid(one.id)] });
  expect(code(await createBusinessHours(world.context, system(), office))).toBe("already_exists");
  const two = await make("Night", { week: [[{ from: "22:00", to: "06:00" }], [], [], [], [], [], []] });
  expect(two).toMatchObject({ isDefault: false, open: false, opensAt: "2026-11-30T21:00:00.000Z" });
  expect(await updateBusinessHours(world.context, system(), uuid(two.id), { isDefault: true })).toMatchObject({
    ok: true,
    value: { isDefault: true },
  });
  expect((await readBusinessHours(world.database, system(), world.clock.now)).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ["Night", true],
    ["Office", false],
  ]);
  const closed = await updateBusinessHours(world.context, system(), uuid(one.id), { closedUntil: "2026-11-30T12:00:00.000Z" });
  expect(closed).toMatchObject({ ok: true, value: { open: false, opensAt: "2026-11-30T12:00:00.000Z", week: office.week } });
  expect(await updateBusinessHours(world.context, system(), uuid(one.id), { closedUntil: null })).toMatchObject({ ok: true, value: { open: true } });
  expect(code(await updateBusinessHours(world.context, system(), crypto.randomUUID(), { name: "X" }))).toBe("not_found");
});

it("stay while a queue or a rule uses them, and say which", async () => {
  const hours = await make("Used");
  const id = uuid(hours.id);
  const queue = await createQueue(world.context, system(), { name: "Repairs", businessHoursId: id });
  if (!queue.ok) throw new Error();
  expect(queue.value.businessHoursId).toBe(hours.id);
  const rule = await createRoutingRule(world.context, system(), {
    name: "At night",
    enabled: true,
    condition: { all: [{ field: "hours", op: "closed", values: [hours.id] }] },
    action: { queueId: queue.value.id, assigneeId: null, labels: [], priority: null },
  });
  if (!rule.ok) throw new Error();
  const refused = await deleteBusinessHours(world.context, system(), id);
  expect(refused).toMatchObject({ ok: false, error: { code: "in_use", extra: { usedBy: [{ name: "Repairs" }, { name: "At night" }] } } });
  await updateQueue(world.context, system(), fromTypeId("queue", queue.value.id) ?? "", { businessHoursId: null });
  expect(code(await deleteBusinessHours(world.context, system(), id))).toBe("in_use");
  await deleteRoutingRule(world.context, system(), fromTypeId("routingRule", rule.value.id) ?? "");
  expect(code(await deleteBusinessHours(world.context, agent(), id))).toBe("forbidden");
  expect(code(await deleteBusinessHours(world.context, system(), id))).toBe("ok");
  expect(code(await createQueue(world.context, system(), { name: "Late", businessHoursId: id }))).toBe("invalid_request");
});

it("belong to one workspace", async () => {
  const other: Actor = { kind: "system", workspaceId: await world.addWorkspace() };
  const hours = await make("Ours");
  expect(await readBusinessHours(world.database, other, world.clock.now)).toEqual([]);
  expect(code(await updateBusinessHours(world.context, other, uuid(hours.id), { name: "Theirs" }))).toBe("not_found");
});
