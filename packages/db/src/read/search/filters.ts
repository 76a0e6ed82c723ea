import { type Actor, fold, fromWhom, type SearchQuery } from "@onethread/core";
import type { Tx } from "../../client/index.ts";

type Add = (value: unknown) => string;
/** A search with the names in it looked up. `customers`: who may be meant by a `from:`. */
export type SearchFilters = SearchQuery & {
  labelIds: string[][];
  assigneeIds: string[];
  agentIds: string[];
  customerIds: string[];
  agentId: string | null;
};

type Named = { id: string; name: string };
const named = (rows: readonly Named[], wanted: string): string[] => {
  const text = fold(wanted).text;
  const exact = rows.filter(({ name }) => fold(name).text === text);
  return (exact.length > 0 ? exact : rows.filter(({ name }) => ` ${fold(name).text}`.includes(` ${text}`))).map(({ id }) => id);
};

/** Looks the names of a search up: labels, agents, and customers for `from:`. What nobody is called finds nothing. */
export async function resolveFilters(tx: Tx, actor: Actor, query: SearchQuery, people: (name: string) => Promise<string[]>): Promise<SearchFilters> {
  const labels =
    query.label.length > 0 ? (await tx.query<Named>("SELECT id, name FROM labels WHERE workspace_id = $1", [actor.workspaceId])).rows : [];
  const needAgents = query.assignee.length + query.from.length > 0;
  const agents = needAgents ? (await tx.query<Named>("SELECT id, name FROM agents WHERE workspace_id = $1", [actor.workspaceId])).rows : [];
  const agentId = actor.kind === "agent" ? actor.agentId : null;
  const names = query.from.filter((value) => fromWhom(value) === null);
  const customerIds: string[] = [];
  for (const name of names) customerIds.push(...(await people(name)));
  return {
    ...query,
    labelIds: query.label.map((name) => named(labels, name)),
    assigneeIds: query.assignee.flatMap((name) => (name.toLowerCase() === "me" ? (agentId ? [agentId] : []) : named(agents, name))),
    agentIds: names.flatMap((name) => named(agents, name)),
    customerIds,
    agentId,
  };
}

/** Conditions on a conversation `v`. */
export function conversationConditions(filters: SearchFilters, add: Add): string[] {
  const conditions: string[] = [];
  if (filters.is.length > 0) conditions.push(`v.status = ANY(${add(filters.is)}::text[])`);
  for (const ids of filters.labelIds) conditions.push(`v.label_ids && ${add(ids)}::uuid[]`);
  if (filters.assignee.length > 0) {
    const nobody = filters.assignee.some((name) => name.toLowerCase() === "none") ? "v.assignee_id IS NULL OR " : "";
    conditions.push(`(${nobody}v.assignee_id = ANY(${add(filters.assigneeIds)}::uuid[]))`);
  }
  return conditions;
}

/** Conditions on an item `i`, and on it together with its conversation `v`. */
export function itemConditions(filters: SearchFilters, add: Add): { ofItem: string[]; ofBoth: string[] } {
  const ofItem: string[] = [];
  const ofBoth = conversationConditions(filters, add);
  if (filters.channel.length > 0) ofItem.push(`i.channel = ANY(${add(filters.channel)}::text[])`);
  if (filters.hasAttachment) ofItem.push("i.has_files");
  if (filters.after) ofItem.push(`i.occurred_at >= ${add(filters.after)}::date`);
  if (filters.before) ofItem.push(`i.occurred_at < ${add(filters.before)}::date`);
  const whom = filters.from.map(fromWhom);
  const from = [
    ...(whom.includes("customer") ? ["i.direction = 'inbound'"] : []),
    ...(whom.includes("agent") ? ["i.author_type = 'agent'"] : []),
    ...(whom.includes("me") ? [`(i.author_type = 'agent' AND i.author_id = ${add(filters.agentId)}::uuid)`] : []),
    ...(whom.includes(null)
      ? [
          `(i.author_type = 'agent' AND i.author_id = ANY(${add(filters.agentIds)}::uuid[]))`,
          `(i.direction = 'inbound' AND v.customer_id = ANY(${add(filters.customerIds)}::uuid[]))`,
        ]
      : []),
  ];
  if (from.length > 0) (whom.includes(null) ? ofBoth : ofItem).push(`(${from.join(" OR ")})`);
  return { ofItem, ofBoth };
}
