import type { Actor } from "@onethread/core";
import { type Conversation, conversationSorts, priorities } from "@onethread/core/api";
import { createWorld, type World } from "@onethread/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forWorkspace, newId } from "../client/index.ts";
import { readConversations } from "./conversations.ts";

/** Whatever the order and the size of pages: one after the other they hold each conversation once, in that order. */
let world: World;
let actor: Actor;
let all: Conversation[] = [];
const hour = 3_600_000;

beforeAll(async () => {
  world = await createWorld();
  const { workspaceId } = world;
  actor = { kind: "system", workspaceId };
  const start = Date.now() - 100 * hour;
  for (let n = 0; n < 60; n++) {
    const [customerId, id] = [newId(), newId()];
    // Few times for many, so that most share theirs with others.
    const at = new Date(start + (n % 7) * hour);
    await forWorkspace(world.database, workspaceId, async (tx) => {
      await tx.query("INSERT INTO customers (workspace_id, id) VALUES ($1, $2)", [workspaceId, customerId]);
      await tx.query(
        `INSERT INTO conversations (workspace_id, id, customer_id, status, waiting_on, waiting_since, priority, label_ids, channels, last_message_id, last_message, last_activity_at)
         VALUES ($1, $2, $3, 'open', $4, $5, $6, '{}', '{}', $7, '{"type": "message", "kind": "text", "authorType": "customer"}', $8)`,
        [
          workspaceId,
          id,
          customerId,
          ...(n % 3 ? ["us", at] : ["customer", null]),
          priorities[n % 4],
          newId(),
          new Date(at.getTime() + (n % 2) * hour),
        ],
      );
    });
  }
  const page = await readConversations(world.database, actor, { sort: "newest", limit: 100 });
  all = page.ok ? page.value.data : [];
});
afterAll(() => world.close());

type Key = (row: Conversation) => number;
const rank: Key = ({ priority }) => priorities.indexOf(priority);
const activity: Key = ({ lastActivityAt }) => Date.parse(lastActivityAt);
const waited: Key = ({ waitingSince }) => Date.parse(waitingSince ?? "");
const down =
  (...by: Key[]) =>
  (a: Conversation, b: Conversation): number =>
    by.map((key) => key(b) - key(a)).find((difference) => difference !== 0) ?? (a.id < b.id ? 1 : -1);
const orders = {
  newest: down(activity),
  oldest: (a, b) => down(activity)(b, a),
  priority: down(rank, activity),
  waiting: (a, b) => down(waited)(b, a),
  sla: (a, b) => down(waited)(b, a),
} as const satisfies Record<(typeof conversationSorts)[number], (a: Conversation, b: Conversation) => number>;

it("gives each conversation once and in order, however it is paged", async () => {
  expect(all).toHaveLength(60);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...conversationSorts), fc.integer({ min: 1, max: 70 }), async (sort, limit) => {
      const listed: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await readConversations(world.database, actor, { view: "all", sort, limit, cursor });
        if (!page.ok) throw new Error(page.error.detail);
        listed.push(...page.value.data.map((row) => row.id));
        cursor = page.value.page.next ?? undefined;
      } while (cursor);
      const there = sort === "waiting" || sort === "sla" ? all.filter((row) => row.waitingOn === "us") : all;
      expect(listed).toEqual(there.toSorted(orders[sort]).map((row) => row.id));
    }),
    { numRuns: 40 },
  );
});

it("refuses a cursor of another order", async () => {
  for (const [from, to] of [
    ["newest", "priority"],
    ["priority", "newest"],
  ] as const) {
    const page = await readConversations(world.database, actor, { sort: from, limit: 5 });
    const cursor = page.ok ? (page.value.page.next ?? "") : "";
    expect(await readConversations(world.database, actor, { sort: to, limit: 5, cursor })).toMatchObject({ error: { code: "invalid_cursor" } });
  }
});
