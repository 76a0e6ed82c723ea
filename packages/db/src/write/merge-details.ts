import type { Tx } from "../client/index.ts";
import { refreshCustomers } from "./people.ts";

/** Which of two customers' details the joint one has. Without a word it has its own, and what it lacks from the other. */
export type DetailsTaken = { name?: "own" | "other" | undefined; otherAttributes: readonly string[] };

/** What a merge changed, so that it can be taken back: null stands for what was not there. */
export type DetailsChanged = {
  name?: { before: string | null; after: string | null };
  attributes: Record<string, { before: unknown; after: unknown }>;
};

type Details = { id: string; name: string | null; givenName: string | null; attributes: Record<string, unknown> };

export async function joinDetails(
  tx: Tx,
  workspaceId: string,
  { survivorId, mergedId }: { survivorId: string; mergedId: string },
  taken: DetailsTaken,
): Promise<DetailsChanged> {
  const { rows } = await tx.query<Details>(
    'SELECT id, name, given_name AS "givenName", attributes FROM customers WHERE workspace_id = $1 AND id = ANY($2::uuid[])',
    [workspaceId, [survivorId, mergedId]],
  );
  const [own, other] = [survivorId, mergedId].map((id) => rows.find((row) => row.id === id));
  if (!own || !other) throw new Error("a customer that is not there");
  const attributes: DetailsChanged["attributes"] = {};
  for (const [name, after] of Object.entries(other.attributes)) {
    const before = own.attributes[name] ?? null;
    if (before === null || (taken.otherAttributes.includes(name) && before !== after)) attributes[name] = { before, after };
  }
  const chosen = taken.name && (taken.name === "own" ? own.name : other.name);
  const changed: DetailsChanged = { attributes, ...(chosen ? { name: { before: own.givenName, after: chosen } } : {}) };
  await set(tx, workspaceId, survivorId, changed, "after");
  return changed;
}

/** Takes back what still is as the merge made it. What was changed since stays with whoever changed it. */
export async function partDetails(tx: Tx, workspaceId: string, holderId: string, changed: DetailsChanged): Promise<void> {
  const { rows } = await tx.query<Pick<Details, "givenName" | "attributes">>(
    'SELECT given_name AS "givenName", attributes FROM customers WHERE workspace_id = $1 AND id = $2',
    [workspaceId, holderId],
  );
  const now = rows[0];
  if (!now) return;
  const attributes = Object.fromEntries(Object.entries(changed.attributes).filter(([name, { after }]) => now.attributes[name] === after));
  const name = changed.name?.after === now.givenName ? changed.name : undefined;
  await set(tx, workspaceId, holderId, { attributes, ...(name ? { name } : {}) }, "before");
}

async function set(tx: Tx, workspaceId: string, customerId: string, { name, attributes }: DetailsChanged, which: "before" | "after"): Promise<void> {
  const values = Object.fromEntries(Object.entries(attributes).map(([key, change]) => [key, change[which]]));
  if (!name && Object.keys(values).length === 0) return;
  await tx.query(
    `UPDATE customers SET attributes = jsonb_strip_nulls(attributes || $3::jsonb), given_name = CASE WHEN $4 THEN $5 ELSE given_name END
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, customerId, JSON.stringify(values), name !== undefined, name?.[which] ?? null],
  );
  if (name) await refreshCustomers(tx, [{ workspaceId, customerId, seenAt: null }]);
}
