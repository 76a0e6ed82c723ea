import { type Actor, type ConversationCondition, type ConversationLeaf, foldConditions, fromTypeId } from "@onethread/core";

type Add = (value: unknown) => string;
type Choice = Extract<ConversationLeaf, { op: "in" | "not_in" }>;

const columns = { createdAt: "created_at", lastActivityAt: "last_activity_at", waitingSince: "waiting_since" } as const;

/**
 * A condition over `conversations v` as SQL, never null; values go through `add`. It must say what `meetsCondition` of
 * core says. What "me" is follows from the actor: nobody, for a key.
 */
export function conditionSql(condition: ConversationCondition, actor: Actor, add: Add): string {
  const join = (parts: string[], word: "AND" | "OR", empty: string) => (parts.length > 0 ? `(${parts.join(` ${word} `)})` : empty);
  return foldConditions<ConversationLeaf, string>(condition, {
    leaf: (leaf) => leafSql(leaf, actor, add),
    all: (parts) => join(parts, "AND", "true"),
    any: (parts) => join(parts, "OR", "false"),
    none: (parts) => `NOT ${join(parts, "OR", "false")}`,
  });
}

function leafSql(leaf: ConversationLeaf, actor: Actor, add: Add): string {
  switch (leaf.op) {
    case "in":
      return choiceSql(leaf, actor, add);
    case "not_in":
      return `NOT ${choiceSql(leaf, actor, add)}`;
    case "is": {
      const holds =
        leaf.field === "unread"
          ? "v.unread > 0"
          : "coalesce(v.last_message ->> 'direction' = 'outbound' AND v.last_message ->> 'deliveryStatus' IN ('failed', 'unknown'), false)";
      return leaf.value ? holds : `NOT (${holds})`;
    }
    case "contains":
      return containsSql(leaf.value, add);
    case "not_contains":
      return `NOT ${containsSql(leaf.value, add)}`;
    default: {
      const column = `v.${columns[leaf.field]}`;
      const sign = leaf.op === "within" ? ">=" : "<";
      return `coalesce(${column} ${sign} now() - ${add(leaf.hours)}::float8 * interval '1 hour', false)`;
    }
  }
}

/**
 * Letters of every script have a case there, whatever locale the database was made with (in "C" only a to z have).
 * Source: https://www.postgresql.org/docs/18/collation.html#COLLATION-MANAGING-PREDEFINED-ICU
 */
export const anyScript = 'COLLATE "und-x-icu"';

const containsSql = (part: string, add: Add): string =>
  `(coalesce(v.customer_name, '') ILIKE ${add(`%${part.replaceAll(/[\\%_]/g, "\\$&")}%`)} ${anyScript})`;

function choiceSql({ field, values }: Choice, actor: Actor, add: Add): string {
  switch (field) {
    case "status":
      return `(v.status = ANY(${add(values)}::text[]))`;
    case "priority":
      return `(v.priority = ANY(${add(values)}::text[]))`;
    case "waitingOn":
      return `coalesce(v.waiting_on = ANY(${add(values)}::text[]), false)`;
    case "channel":
      return `(v.channels && ${add(values)}::text[])`;
    case "assignee": {
      const me = actor.kind === "agent" ? [actor.agentId] : [];
      const ids = values.flatMap((value) => (value === "me" ? me : (fromTypeId("agent", value) ?? [])));
      return orNull(`v.assignee_id`, ids, values.includes("nobody"), add);
    }
    case "mention":
      return mentionSql(values, actor, add);
    case "follower": {
      const me = actor.kind === "agent" ? [actor.agentId] : [];
      const ids = values.flatMap((value) => (value === "me" ? me : (fromTypeId("agent", value) ?? [])));
      return `EXISTS (SELECT 1 FROM followers w WHERE w.workspace_id = v.workspace_id AND w.conversation_id = v.id AND w.agent_id = ANY(${add(ids)}::uuid[]))`;
    }
    case "queue": {
      const ids = values.flatMap((value) => fromTypeId("queue", value) ?? []);
      return orNull(`v.queue_id`, ids, values.includes("none"), add);
    }
    case "label": {
      const ids = values.flatMap((value) => fromTypeId("label", value) ?? []);
      const without = values.includes("none") ? " OR cardinality(v.label_ids) = 0" : "";
      return `(v.label_ids && ${add(ids)}::uuid[]${without})`;
    }
  }
}

function mentionSql(values: readonly string[], actor: Actor, add: Add): string {
  const exists = (more: string) =>
    `EXISTS (SELECT 1 FROM mentions m WHERE m.workspace_id = v.workspace_id AND m.conversation_id = v.id AND m.agent_id = ${add(actor.kind === "agent" ? actor.agentId : null)}::uuid${more})`;
  const anyNew = () => exists(" AND m.seen_at IS NULL");
  const wanted = [...(values.includes("new") ? [anyNew()] : []), ...(values.includes("seen") ? [`${exists("")} AND NOT ${anyNew()}`] : [])];
  return `(${wanted.join(" OR ") || "false"})`;
}

const orNull = (column: string, ids: string[], alsoNull: boolean, add: Add): string =>
  `(coalesce(${column} = ANY(${add(ids)}::uuid[]), false)${alsoNull ? ` OR ${column} IS NULL` : ""})`;
