import type { Tx } from "../client/index.ts";

export type TokenRow = {
  workspaceId: string;
  token: string;
  customerId: string;
  channelAccountId: string;
  expiresAt: Date;
  claimedIdentityId: string | null;
};

/** Tokens with the customer their link was made for, as that customer stands now. */
export async function findTokens(tx: Tx, wanted: readonly { workspaceId: string; token: string }[]): Promise<TokenRow[]> {
  if (wanted.length === 0) return [];
  const { rows } = await tx.query<TokenRow>(
    `SELECT t.workspace_id AS "workspaceId", t.token, coalesce(c.merged_into, c.id) AS "customerId", t.channel_account_id AS "channelAccountId",
       t.expires_at AS "expiresAt", t.claimed_identity_id AS "claimedIdentityId"
     FROM unnest($1::uuid[], $2::text[]) AS w(workspace_id, token)
     JOIN hand_over_tokens t ON t.workspace_id = w.workspace_id AND t.token = w.token
     JOIN customers c ON c.workspace_id = t.workspace_id AND c.id = t.customer_id`,
    [wanted.map((one) => one.workspaceId), wanted.map((one) => one.token)],
  );
  return rows;
}

export async function claimToken(tx: Tx, claim: { workspaceId: string; token: string; identityId: string; at: Date }): Promise<void> {
  await tx.query("UPDATE hand_over_tokens SET claimed_identity_id = $3, claimed_at = $4 WHERE workspace_id = $1 AND token = $2", [
    claim.workspaceId,
    claim.token,
    claim.identityId,
    claim.at,
  ]);
}

export async function insertToken(tx: Tx, row: Omit<TokenRow, "claimedIdentityId"> & { createdAt: Date }): Promise<void> {
  await tx.query(
    "INSERT INTO hand_over_tokens (workspace_id, token, customer_id, channel_account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
    [row.workspaceId, row.token, row.customerId, row.channelAccountId, row.createdAt, row.expiresAt],
  );
}
