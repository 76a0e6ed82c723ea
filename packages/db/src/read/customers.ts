import { type Actor, fail, type IdentityKind, ok, type Result, toTypeId } from "@onethread/core";
import type { Customer, Merge } from "@onethread/core/api";
import { type Database, forWorkspace, type Tx } from "../client/index.ts";
import { decodeCursor, encodeCursor, type Place } from "./cursor.ts";
import { homeOf } from "./home-of.ts";

export type CustomerQuery = {
  q?: string | undefined;
  identity?: { kind: string; value: string } | undefined;
  limit: number;
  cursor?: string | undefined;
};

// biome-ignore lint/suspicious/noExplicitAny: one wide row, mapped field by field right below
type Row = Record<string, any>;

const select = `SELECT c.id, c.name, c.avatar_url, c.attributes, c.merged_into, c.created_at, c.last_seen_at, v.id AS conversation_id,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'scope', n.scope, 'value', n.value, 'strength', n.strength,
     'channelAccountId', n.channel_account_id, 'displayName', coalesce(n.display_name, n.username), 'since', n.created_at) ORDER BY n.created_at, n.id), '[]')
   FROM identities n WHERE n.workspace_id = c.workspace_id AND n.customer_id = c.id
     -- What somebody has said in two browsers is said once.
     AND NOT (n.strength = 'claimed' AND EXISTS (SELECT 1 FROM identities s WHERE s.workspace_id = n.workspace_id AND s.customer_id = n.customer_id
       AND s.strength = 'claimed' AND s.kind = n.kind AND s.scope = n.scope AND s.value = n.value AND s.id < n.id))) AS identities,
  (SELECT coalesce(array_agg(o.id ORDER BY o.id), '{}') FROM customers o WHERE o.workspace_id = c.workspace_id AND o.merged_into = c.id) AS merged_from
  FROM customers c LEFT JOIN conversations v ON v.workspace_id = c.workspace_id AND v.customer_id = c.id`;

export async function readCustomers(
  database: Database,
  actor: Actor,
  query: CustomerQuery,
): Promise<Result<{ data: Customer[]; page: { next: string | null; prev: string | null } }>> {
  const cursor = query.cursor === undefined ? ok<Place | null>(null) : decodeCursor(query.cursor, "?cursor", "uuid");
  if (!cursor.ok) return cursor;
  const values: unknown[] = [actor.workspaceId];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["c.merged_into IS NULL"];
  if (query.q) {
    const like = add(`%${query.q.replaceAll(/[\\%_]/g, "\\$&")}%`);
    conditions.push(
      `(c.name ILIKE ${like} OR EXISTS (SELECT 1 FROM identities n WHERE n.workspace_id = c.workspace_id AND n.customer_id = c.id AND (n.value ILIKE ${like} OR n.username ILIKE ${like})))`,
    );
  }
  if (query.identity) {
    conditions.push(
      `EXISTS (SELECT 1 FROM identities n WHERE n.workspace_id = c.workspace_id AND n.customer_id = c.id AND n.kind = ${add(query.identity.kind)} AND n.value = ${add(query.identity.value)})`,
    );
  }
  if (cursor.value) conditions.push(`(c.created_at, c.id) < (${add(cursor.value.at)}::timestamptz, ${add(cursor.value.id)}::uuid)`);
  const sql = `${select} WHERE c.workspace_id = $1 AND ${conditions.join(" AND ")} ORDER BY c.created_at DESC, c.id DESC LIMIT ${add(query.limit + 1)}`;
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) => tx.query<Row>(sql, values));
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return ok({
    data: page.map(toCustomer),
    page: { next: rows.length > query.limit && last ? encodeCursor({ at: last.created_at.toISOString(), id: last.id }) : null, prev: null },
  });
}

/** One customer. A merged-away one answers `moved` with the survivor's id. */
export async function readCustomer(database: Database, actor: Actor, id: string): Promise<Result<Customer>> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Row>(`${select} WHERE c.workspace_id = $1 AND c.id = $2`, [actor.workspaceId, id]),
  );
  const row = rows[0];
  if (!row) return fail("not_found", "There is no such customer.");
  if (row.merged_into) return fail("moved", "The customer was merged with another.", { extra: { movedTo: toTypeId("customer", row.merged_into) } });
  return ok(toCustomer(row));
}

function toCustomer(row: Row): Customer {
  return {
    id: toTypeId("customer", row.id),
    name: row.name,
    avatarUrl: row.avatar_url,
    identities: row.identities.map((one: Row) => ({
      id: toTypeId("identity", one.id),
      kind: one.kind as IdentityKind,
      scope: one.scope,
      value: one.value,
      strength: one.strength,
      channelAccountId: one.channelAccountId && toTypeId("channelAccount", one.channelAccountId),
      displayName: one.displayName,
      since: new Date(one.since).toISOString(),
    })),
    conversationId: row.conversation_id && toTypeId("conversation", row.conversation_id),
    attributes: row.attributes,
    home: homeOf(row.identities.findLast((one: Row) => one.kind === "wa_phone" || one.kind === "phone")?.value ?? ""),
    mergedFrom: row.merged_from.map((id: string) => toTypeId("customer", id)),
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  };
}

const mergeSelect = `SELECT m.*, v.id AS conversation_id FROM merges m LEFT JOIN conversations v ON v.workspace_id = m.workspace_id AND v.customer_id = m.survivor_id`;

/** Merges that a customer took part in, the newest first; also those of customers merged into it since. */
export async function readMerges(database: Database, actor: Actor, customerId: string): Promise<Merge[]> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Row>(
      `${mergeSelect} WHERE m.workspace_id = $1 AND (m.survivor_id = $2 OR m.merged_id = $2
         OR m.survivor_id IN (SELECT id FROM customers WHERE workspace_id = $1 AND merged_into = $2)) ORDER BY m.at DESC, m.id DESC`,
      [actor.workspaceId, customerId],
    ),
  );
  return rows.map(toMerge);
}

export async function readMerge(tx: Tx, workspaceId: string, id: string): Promise<Merge | null> {
  const { rows } = await tx.query<Row>(`${mergeSelect} WHERE m.workspace_id = $1 AND m.id = $2`, [workspaceId, id]);
  return rows[0] ? toMerge(rows[0]) : null;
}

function toMerge(row: Row): Merge {
  const byKind = row.by_type === "agent" ? "agent" : "apiKey";
  return {
    id: toTypeId("merge", row.id),
    survivorId: toTypeId("customer", row.survivor_id),
    mergedId: toTypeId("customer", row.merged_id),
    conversationId: row.conversation_id && toTypeId("conversation", row.conversation_id),
    by: { type: row.by_type, id: row.by_id && toTypeId(byKind, row.by_id), name: row.by_name },
    reason: row.reason,
    evidence: row.evidence,
    at: row.at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null,
  };
}

/** Pairs that somebody's word (a claimed address) says are one, save those a person has said are not. */
export async function readMergeSuggestions(
  database: Database,
  actor: Actor,
): Promise<{ customerId: string; otherId: string; evidence: { kind: string; detail: string }[] }[]> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<Row>(
      `SELECT least(n.customer_id, o.customer_id) AS a, greatest(n.customer_id, o.customer_id) AS b,
         jsonb_agg(DISTINCT jsonb_build_object('kind', 'same_' || n.kind, 'detail', n.value)) AS evidence
       FROM identities n JOIN identities o ON o.workspace_id = n.workspace_id AND o.customer_id <> n.customer_id
         AND (o.kind = n.kind OR (n.kind = 'phone' AND o.kind = 'wa_phone'))
         AND CASE WHEN n.kind = 'phone' THEN regexp_replace(o.value, '\\D', '', 'g') = regexp_replace(n.value, '\\D', '', 'g') ELSE o.value = n.value END
       WHERE n.workspace_id = $1 AND n.strength = 'claimed' AND NOT EXISTS (
         SELECT 1 FROM never_pairs p JOIN customers a ON a.workspace_id = p.workspace_id AND a.id = p.customer_a JOIN customers b ON b.workspace_id = p.workspace_id AND b.id = p.customer_b
         WHERE p.workspace_id = $1 AND (coalesce(a.merged_into, a.id), coalesce(b.merged_into, b.id)) IN ((n.customer_id, o.customer_id), (o.customer_id, n.customer_id)))
       GROUP BY 1, 2 ORDER BY 1 LIMIT 100`,
      [actor.workspaceId],
    ),
  );
  return rows.map((row) => ({ customerId: toTypeId("customer", row.a), otherId: toTypeId("customer", row.b), evidence: row.evidence }));
}

/** Where a customer's picture is stored; null: there is none. */
export async function readPictureKey(database: Database, actor: Actor, id: string): Promise<string | null> {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<{ key: string | null }>("SELECT avatar_key AS key FROM customers WHERE workspace_id = $1 AND id = $2", [actor.workspaceId, id]),
  );
  return rows[0]?.key ?? null;
}
