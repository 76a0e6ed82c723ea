import { digitsOf, fold, type IdentityKind, marksIn, type SearchTerm, toTypeId } from "@onethread/core";
import type { CustomerHit } from "@onethread/core/api";
import type { Tx } from "../../client/index.ts";
import { conversationConditions, type SearchFilters } from "./filters.ts";

/** Customers that a text may mean, the best first; `near`: who are called something like it. Ids of those who stand for themselves. */
export async function searchPeople(tx: Tx, text: string, near: boolean, most: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>("SELECT customer_id AS id FROM search_people($1, $2, $3, $4, $5)", [
    fold(text).text,
    digitsOf(text) ?? "",
    text.trim(),
    near,
    most,
  ]);
  return rows.map(({ id }) => id);
}

type Row = {
  id: string;
  name: string | null;
  avatarUrl: string | null;
  conversationId: string | null;
  lastSeenAt: Date | null;
  identities: { kind: IdentityKind; value: string; username: string | null }[];
};

/** The customers as hits, in the order given; those the filters leave out are left out. */
export async function readCustomerHits(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  filters: SearchFilters,
  terms: readonly SearchTerm[],
): Promise<CustomerHit[]> {
  if (ids.length === 0) return [];
  const values: unknown[] = [workspaceId, ids];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = conversationConditions(filters, add);
  if (filters.channel.length > 0) conditions.push(`v.channels && ${add(filters.channel)}::text[]`);
  const { rows } = await tx.query<Row>(
    `SELECT c.id, c.name, c.avatar_url AS "avatarUrl", v.id AS "conversationId", c.last_seen_at AS "lastSeenAt",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'value', n.value, 'username', n.username) ORDER BY n.created_at, n.id), '[]')
        FROM identities n WHERE n.workspace_id = c.workspace_id AND n.customer_id = c.id) AS identities
     FROM customers c LEFT JOIN conversations v ON v.workspace_id = c.workspace_id AND v.customer_id = c.id
     WHERE c.workspace_id = $1 AND c.id = ANY($2::uuid[]) AND c.merged_into IS NULL${conditions.map((one) => ` AND ${one}`).join("")}`,
    values,
  );
  const digits = digitsOf(filters.text);
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    return row ? [toHit(row, terms, digits)] : [];
  });
}

function toHit(row: Row, terms: readonly SearchTerm[], digits: string | null): CustomerHit {
  const addresses = row.identities.map(({ kind, value, username }) => {
    const text = username ?? value;
    const at = digits === null || username !== null ? -1 : value.indexOf(digits);
    return { kind, text, marks: at === -1 || digits === null ? marksIn(text, terms) : [{ start: at, end: at + digits.length }] };
  });
  return {
    id: toTypeId("customer", row.id),
    name: row.name,
    avatarUrl: row.avatarUrl,
    conversationId: row.conversationId && toTypeId("conversation", row.conversationId),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    marks: marksIn(row.name, terms),
    address: addresses.find((one) => one.marks.length > 0) ?? addresses[0] ?? null,
  };
}
