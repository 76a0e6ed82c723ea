import { type Actor, type ConversationCondition, type ConversationLeaf, meetsCondition, toTypeId } from "@onethread/core";
import { type Conversation, conversationCondition } from "@onethread/core/api";
import { addAgent, createWorld, type World } from "@onethread/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forWorkspace, newId } from "../client/index.ts";
import { addFollower, bareItem, writeItems, writeMentions } from "../write/index.ts";
import { countConversations, readConversations } from "./conversations.ts";

/**
 * A list is narrowed twice: in the database, and in the browser, which decides at once whether a changed conversation
 * still belongs. Both must say the same of every condition.
 */
let world: World;
let me: Actor;
const agents: string[] = [];
const [queue, other] = [newId(), newId()];
const labels = [newId(), newId()];
let all: Conversation[];

beforeAll(async () => {
  world = await createWorld();
  const { workspaceId } = world;
  const query = (sql: string, values: unknown[]) => forWorkspace(world.database, workspaceId, (tx) => tx.query(sql, values));
  for (const name of ["Ada", "Grace"]) agents.push((await addAgent(world, { name, role: "agent" })).agentId);
  me = { kind: "agent", workspaceId, agentId: agents[0] ?? "", name: "Ada", role: "agent" };
  for (const [id, name] of [
    [queue, "Returns"],
    [other, "Orders"],
  ])
    await query("INSERT INTO queues (workspace_id, id, name) VALUES ($1, $2, $3)", [workspaceId, id, name]);
  let number = 0;
  for (const status of ["open", "snoozed", "done"])
    for (const waitingOn of [null, "us", "customer"])
      for (const assignee of [null, ...agents]) {
        const n = number++;
        const [customerId, id] = [newId(), newId()];
        const name = [null, "Maya Trent", "100%_sure\\", "Şule"][n % 4];
        await query("INSERT INTO customers (workspace_id, id, name) VALUES ($1, $2, $3)", [workspaceId, customerId, name]);
        await query(
          `INSERT INTO conversations (workspace_id, id, customer_id, customer_name, status, waiting_on, waiting_since, assignee_id, queue_id, label_ids,
             channels, priority, unread, last_message_id, last_message, last_activity_at, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, now() - $16 * interval '1 hour', now() - $16 * interval '3 hours')`,
          [
            workspaceId,
            id,
            customerId,
            name,
            status,
            waitingOn,
            waitingOn === "us" ? new Date(Date.now() - (n + 0.5) * 3_600_000) : null,
            assignee,
            [null, queue, other][n % 3],
            [[], [labels[0]], labels][n % 3],
            [["whatsapp"], ["messenger", "whatsapp"], ["instagram"]][n % 3],
            ["low", "normal", "high", "urgent"][n % 4],
            n % 2,
            newId(),
            JSON.stringify({
              type: "message",
              kind: "text",
              authorType: "customer",
              direction: n % 5 ? "inbound" : "outbound",
              deliveryStatus: n % 5 ? undefined : n % 2 ? "failed" : "sent",
            }),
            n + 0.5,
          ],
        );
        await forWorkspace(world.database, workspaceId, async (tx) => {
          const [at, itemId] = [new Date(), newId()];
          const moment = at.toISOString();
          const given = {
            workspace_id: workspaceId,
            id: itemId,
            conversation_id: id,
            case_id: null,
            author_type: "bot",
            occurred_at: moment,
            received_at: moment,
          };
          await writeItems(tx, [{ ...bareItem(given), type: "note", content: { kind: "note", text: "Look" } }]);
          const mentioned = [[], agents.slice(0, 1), agents.slice(1), agents][n % 4] ?? [];
          await writeMentions(tx, { workspaceId, itemId, conversationId: id, at, authorId: null }, mentioned);
          if (n % 3 === 0) await tx.query("UPDATE mentions SET seen_at = now() WHERE workspace_id = $1 AND item_id = $2", [workspaceId, itemId]);
          if (n % 5 === 0) await addFollower(tx, { workspaceId, conversationId: id, at }, agents[0] ?? "");
        });
      }
  const page = await readConversations(world.database, me, { sort: "newest", limit: 100 });
  all = page.ok ? page.value.data : [];
});
afterAll(() => world.close());

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const choice = (field: string, values: readonly string[]) =>
  fc.record({ field: fc.constant(field), op: fc.constantFrom("in", "not_in"), values: some(values) });
const leaves = () =>
  fc.oneof(
    choice("status", ["open", "snoozed", "done"]),
    choice("waitingOn", ["us", "customer"]),
    choice("assignee", ["me", "nobody", ...agents.map((id) => toTypeId("agent", id))]),
    choice("queue", ["none", toTypeId("queue", queue), toTypeId("queue", other)]),
    choice("channel", ["whatsapp", "messenger", "instagram", "webchat"]),
    choice("label", ["none", ...labels.map((id) => toTypeId("label", id))]),
    choice("priority", ["low", "normal", "high", "urgent"]),
    choice("mention", ["new", "seen"]),
    choice("follower", ["me", ...agents.map((id) => toTypeId("agent", id))]),
    fc.record({ field: fc.constantFrom("unread", "failed"), op: fc.constant("is"), value: fc.boolean() }),
    fc.record({
      field: fc.constant("customer"),
      op: fc.constantFrom("contains", "not_contains"),
      value: fc.constantFrom("maya", "TRENT", "%", "_", "\\", "ş", "nobody"),
    }),
    fc.record({
      field: fc.constantFrom("createdAt", "lastActivityAt", "waitingSince"),
      op: fc.constantFrom("within", "over"),
      hours: fc.integer({ min: 1, max: 90 }),
    }),
  ) as unknown as fc.Arbitrary<ConversationLeaf>;
const trees = () =>
  fc.letrec<{ tree: ConversationCondition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leaves(),
      ...(["all", "any", "none"] as const).map((word) =>
        fc.array(tie("tree"), { maxLength: 3 }).map((parts) => ({ [word]: parts }) as ConversationCondition),
      ),
    ),
  })).tree;

it("finds in the database what the browser would keep, whatever the condition", async () => {
  expect(all).toHaveLength(27);
  await fc.assert(
    fc.asyncProperty(trees(), async (drawn) => {
      const filter = conversationCondition.parse(JSON.parse(JSON.stringify(drawn)));
      const found = await readConversations(world.database, me, { sort: "newest", limit: 100, filter });
      const viewer = { agentId: toTypeId("agent", agents[0] ?? ""), now: Date.now() };
      const kept = all.filter((row) => meetsCondition(filter, row, viewer)).map((row) => row.id);
      expect(found.ok && found.value.data.map((row) => row.id)).toEqual(kept);
      expect(await countConversations(world.database, me, { filter })).toEqual({ ok: true, value: { count: kept.length, more: false } });
    }),
    { numRuns: 150 },
  );
});

it("has no conversations of one's own for a key", async () => {
  const key: Actor = { kind: "api_key", workspaceId: world.workspaceId, keyId: newId(), name: "Key", scopes: ["read"] };
  const filter: ConversationCondition = { field: "assignee", op: "in", values: ["me"] };
  expect(await countConversations(world.database, key, { filter })).toEqual({ ok: true, value: { count: 0, more: false } });
});
