import type { IdentityKey } from "@onethread/core";
import type { Tx } from "../../client/index.ts";
import { slowly } from "./stored-webhooks.ts";

export type LedgerRow = {
  workspaceId: string;
  id: string;
  survivorId: string;
  mergedId: string;
  byPerson: boolean;
  at: Date;
  movedIdentityIds: string[];
  undoneAt: Date | null;
  /** The timeline's word on the undoing, where there is one: its id tells the order among what happened at once. */
  undoId: string | null;
};

/** Every merge there ever was, undone or not, the oldest first. */
export async function readLedger(tx: Tx): Promise<LedgerRow[]> {
  const { rows } = await tx.query<LedgerRow>(
    slowly(`SELECT m.workspace_id AS "workspaceId", m.id, m.survivor_id AS "survivorId", m.merged_id AS "mergedId", m.evidence @> '[{"kind":"person"}]' AS "byPerson", m.at,
       m.moved_identity_ids AS "movedIdentityIds", m.undone_at AS "undoneAt", u.id AS "undoId"
     FROM merges m LEFT JOIN (
       SELECT content -> 'data' ->> 'mergeId' AS merge_id, (array_agg(id ORDER BY id))[1] AS id FROM items WHERE type = 'event' AND content ->> 'event' = 'merge_undone' GROUP BY 1
     ) u ON u.merge_id = m.id::text AND m.undone_at IS NOT NULL
     ORDER BY m.at, m.id`),
  );
  return rows;
}

export type KeyOfIdentity = IdentityKey & { id: string };

/** The keys behind identities. */
export async function readKeysById(tx: Tx, ids: readonly string[]): Promise<KeyOfIdentity[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<KeyOfIdentity>("SELECT id, kind, scope, value FROM identities WHERE id = ANY($1::uuid[]) AND strength = 'proven'", [
    ids,
  ]);
  return rows;
}

/** The keys that stand with a customer now. */
export async function readKeysOfCustomer(tx: Tx, workspaceId: string, customerId: string): Promise<KeyOfIdentity[]> {
  const { rows } = await tx.query<KeyOfIdentity>(
    "SELECT id, kind, scope, value FROM identities WHERE workspace_id = $1 AND customer_id = $2 AND strength = 'proven'",
    [workspaceId, customerId],
  );
  return rows;
}

export type StandingIdentity = { id: string; customerId: string; personId: string };

/** The identities of these keys, as they stand; by id, so that the oldest comes first. */
export async function findStanding(tx: Tx, workspaceId: string, keys: readonly IdentityKey[]): Promise<StandingIdentity[]> {
  if (keys.length === 0) return [];
  const { rows } = await tx.query<StandingIdentity>(
    `SELECT i.id, i.customer_id AS "customerId", i.person_id AS "personId" FROM unnest($2::text[], $3::text[], $4::text[]) AS k(kind, scope, value)
     JOIN identities i ON i.workspace_id = $1 AND i.kind = k.kind AND i.scope = k.scope AND i.value = k.value AND i.strength = 'proven' ORDER BY i.id`,
    [workspaceId, keys.map((key) => key.kind), keys.map((key) => key.scope), keys.map((key) => key.value)],
  );
  return rows;
}

/** How many identities a customer has beside these. */
export async function countOthers(tx: Tx, workspaceId: string, customerId: string, ids: readonly string[]): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM identities WHERE workspace_id = $1 AND customer_id = $2 AND NOT id = ANY($3::uuid[])",
    [workspaceId, customerId, ids],
  );
  return rows[0]?.count ?? 0;
}

/**
 * Identities go from where they stand to another customer, with everything that went through them. An addressee they
 * shared with ones that stay is two from now on.
 */
export async function moveIdentities(
  tx: Tx,
  move: { workspaceId: string; identityIds: readonly string[]; customerId: string },
  newId: () => string,
): Promise<void> {
  const { workspaceId, identityIds, customerId } = move;
  const { rows: parted } = await tx.query<{ person: string }>(
    `SELECT DISTINCT m.person_id AS person FROM identities m JOIN identities o ON o.workspace_id = m.workspace_id AND o.person_id = m.person_id AND NOT o.id = ANY($2::uuid[])
     WHERE m.workspace_id = $1 AND m.id = ANY($2::uuid[])`,
    [workspaceId, identityIds],
  );
  for (const { person } of parted) {
    await tx.query("UPDATE identities SET person_id = $3 WHERE workspace_id = $1 AND person_id = $2 AND id = ANY($4::uuid[])", [
      workspaceId,
      person,
      newId(),
      identityIds,
    ]);
  }
  await tx.query("UPDATE identities SET customer_id = $3 WHERE workspace_id = $1 AND id = ANY($2::uuid[])", [workspaceId, identityIds, customerId]);
  await tx.query(
    `UPDATE items i SET conversation_id = v.id FROM conversations v
     WHERE i.workspace_id = $1 AND i.identity_id = ANY($2::uuid[]) AND v.workspace_id = $1 AND v.customer_id = $3`,
    [workspaceId, identityIds, customerId],
  );
}

/** Says anew which customers of a workspace are never one. */
export async function setNeverPairs(tx: Tx, workspaceId: string, pairs: readonly (readonly [string, string])[]): Promise<void> {
  await tx.query("DELETE FROM never_pairs WHERE workspace_id = $1", [workspaceId]);
  if (pairs.length === 0) return;
  await tx.query(
    "INSERT INTO never_pairs (workspace_id, customer_a, customer_b) SELECT $1, a, b FROM unnest($2::uuid[], $3::uuid[]) AS p(a, b) ON CONFLICT DO NOTHING",
    [workspaceId, pairs.map(([a]) => a), pairs.map(([, b]) => b)],
  );
}
