import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forIngest, newId } from "../client/index.ts";
import { findWebhookLog, type WebhookLogFilter } from "./webhook-log.ts";

type State = "pending" | "quarantined" | "processed" | "ignored";
type Outcome = Exclude<State, "pending">;
type Item = { workspaceId: string; accountId: string; outcome: Outcome };
type Event = { id: string; state: State; items: Item[] };

let world: World;
let other: string;
const accounts = [newId(), newId()];
const events: Event[] = [];

/** Every mixture of states and owners turns up; the sequence is the same in each run. */
let seed = 20261125;
const pick = <T>(from: readonly T[]): T => {
  seed = (seed * 1103515245 + 12345) % 2 ** 31;
  return from[Math.floor((seed / 2 ** 31) * from.length)] as T;
};

beforeAll(async () => {
  world = await createWorld();
  other = await world.addWorkspace("Other");
  for (let index = 0; index < 400; index++) {
    const owners = pick([[], [world.workspaceId], [world.workspaceId], [other], [world.workspaceId, other]]);
    const items = owners.flatMap((workspaceId) =>
      Array.from({ length: pick([1, 1, 2, 3]) }, () => ({
        workspaceId,
        accountId: pick(accounts),
        outcome: pick<Outcome>(["processed", "processed", "ignored", "quarantined"]),
      })),
    );
    const worst = (["quarantined", "processed", "ignored"] as const).find((one) => items.some(({ outcome }) => outcome === one));
    const state = pick<State>(["pending", ...Array.from({ length: 4 }, () => worst ?? pick<Outcome>(["ignored", "quarantined"]))]);
    events.push({ id: newId(), state, items });
  }
  for (const { id, state, items } of events) {
    await world.database.ingest.query("INSERT INTO webhook_events (id, digest, body, state) VALUES ($1, $2, '{}', $3)", [id, Buffer.from(id), state]);
    for (const [index, { workspaceId, accountId, outcome }] of items.entries())
      await world.database.ingest.query(
        "INSERT INTO webhook_items (workspace_id, event_id, path, channel_account_id, outcome) VALUES ($1, $2, $3, $4, $5)",
        [workspaceId, id, `entry/${index}`, accountId, outcome],
      );
  }
});
afterAll(() => world.close());

/** What a workspace should see of an event: null, or its state. */
function seen(event: Event, { workspaceId, operator, channelAccountId }: Omit<WebhookLogFilter, "limit">): State | null {
  const own = event.items.filter((item) => item.workspaceId === workspaceId);
  if (own.length === 0 && (!operator || event.items.length > 0)) return null;
  if (channelAccountId && !own.some(({ accountId }) => accountId === channelAccountId)) return null;
  const has = (outcome: Outcome) => own.some((item) => item.outcome === outcome);
  if (has("quarantined")) return "quarantined";
  if (event.state === "pending") return "pending";
  if (has("processed")) return "processed";
  return operator ? event.state : "ignored";
}

async function allPages(filter: Omit<WebhookLogFilter, "limit">): Promise<{ id: string; state: string; items: number }[]> {
  const all: { id: string; state: string; items: number }[] = [];
  for (let before: string | undefined; ; ) {
    const page = await forIngest(world.database, (tx) => findWebhookLog(tx, { ...filter, before, limit: 7 }));
    all.push(...page.map(({ id, state, items }) => ({ id, state, items: items.length })));
    if (page.length < 7) return all;
    before = page.at(-1)?.id;
  }
}

const filters = [true, false].flatMap((operator) =>
  [undefined, "pending", "quarantined", "processed", "ignored"].flatMap((state) =>
    [undefined, accounts[0]].map((channelAccountId) => ({ operator, state: state as State | undefined, channelAccountId })),
  ),
);

it.each(filters)("shows a workspace what is its own, page by page: %o", async (filter) => {
  const whose = { ...filter, workspaceId: filter.operator ? world.workspaceId : other };
  const wanted = events
    .map((event) => ({ event, state: seen(event, whose) }))
    .filter(({ state }) => state !== null && (!filter.state || state === filter.state))
    .map(({ event, state }) => ({ id: event.id, state, items: event.items.filter((item) => item.workspaceId === whose.workspaceId).length }))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  expect(wanted.length).toBeGreaterThan(0);
  expect(await allPages(whose)).toEqual(wanted);
});

it("finds one by its id, and no other workspace's", async () => {
  const find = (id: string, workspaceId: string, operator: boolean) =>
    forIngest(world.database, (tx) => findWebhookLog(tx, { id, workspaceId, operator, limit: 1 }));
  const mine = events.find(({ items }) => items.length > 0 && items.every((item) => item.workspaceId === world.workspaceId));
  const nobodys = events.find(({ items }) => items.length === 0);
  expect(await find(mine?.id ?? "", world.workspaceId, true)).toHaveLength(1);
  expect(await find(mine?.id ?? "", other, false)).toEqual([]);
  expect(await find(nobodys?.id ?? "", world.workspaceId, true)).toHaveLength(1);
  expect(await find(nobodys?.id ?? "", other, false)).toEqual([]);
});
