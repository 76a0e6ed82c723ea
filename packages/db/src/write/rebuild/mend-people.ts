import type { Tx } from "../../client/index.ts";
import { lockCustomers, lockNames } from "../people.ts";

/** Keeps drains, merges and undoings off these customers and their identities. */
export async function lockPeople(tx: Tx, workspaceId: string, customerIds: readonly string[]): Promise<void> {
  const { rows } = await tx.query<{ name: string }>(
    `SELECT workspace_id || '/' || kind || '|' || scope || '|' || value AS name FROM identities WHERE workspace_id = $1 AND customer_id = ANY($2::uuid[])`,
    [workspaceId, customerIds],
  );
  await lockNames(
    tx,
    rows.map((row) => row.name),
  );
  await lockCustomers(tx, customerIds);
}

/** Where an identity stands. */
export async function readOwner(tx: Tx, workspaceId: string, identityId: string): Promise<string | null> {
  const { rows } = await tx.query<{ owner: string }>("SELECT customer_id AS owner FROM identities WHERE workspace_id = $1 AND id = $2", [
    workspaceId,
    identityId,
  ]);
  return rows[0]?.owner ?? null;
}

/** A merge that holds has brought this identity to where it stands. */
export async function wasMergedHere(tx: Tx, workspaceId: string, identityId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM identities n JOIN merges m ON m.workspace_id = n.workspace_id AND m.moved_identity_ids @> ARRAY[n.id] AND m.undone_at IS NULL
     JOIN customers s ON s.workspace_id = m.workspace_id AND s.id = m.survivor_id AND coalesce(s.merged_into, s.id) = n.customer_id
     WHERE n.workspace_id = $1 AND n.id = $2 LIMIT 1`,
    [workspaceId, identityId],
  );
  return rowCount === 1;
}

/** The conversations of customers. */
export async function conversationsOf(tx: Tx, workspaceId: string, customerIds: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>("SELECT id FROM conversations WHERE workspace_id = $1 AND customer_id = ANY($2::uuid[])", [
    workspaceId,
    customerIds,
  ]);
  return rows.map((row) => row.id);
}
