import type { Tx } from "../client/index.ts";

/** An address in somebody's words. `claimedBy`: the identity it was typed through; the claim is where that is. */
export type ClaimToWrite = {
  workspaceId: string;
  id: string;
  kind: "email" | "phone";
  value: string;
  claimedBy: string;
  customerId: string;
  createdAt: Date;
};

/** Keeps claims, each once for whom it was typed through. It joins nobody: it suggests. */
export async function noteClaims(tx: Tx, claims: readonly ClaimToWrite[]): Promise<void> {
  if (claims.length === 0) return;
  await tx.query({
    name: "note-claims",
    text: `INSERT INTO identities (workspace_id, id, kind, scope, value, strength, customer_id, person_id, claimed_by, created_at)
      SELECT workspace_id, id, kind, '', value, 'claimed', customer_id, id, claimed_by, created_at
      FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::timestamptz[])
        AS c(workspace_id, id, kind, value, customer_id, claimed_by, created_at)
      ON CONFLICT (workspace_id, claimed_by, kind, value) WHERE claimed_by IS NOT NULL DO NOTHING`,
    values: [
      claims.map((one) => one.workspaceId),
      claims.map((one) => one.id),
      claims.map((one) => one.kind),
      claims.map((one) => one.value),
      claims.map((one) => one.customerId),
      claims.map((one) => one.claimedBy),
      claims.map((one) => one.createdAt),
    ],
  });
}
