import type { Actor, Role, Scope } from "@onethread/core";
import type { Tx } from "@onethread/db/client";

/** Who asked, with what they may now: a right that was taken away meanwhile is gone. null: they are gone themselves. */
export async function actorAgain(tx: Tx, workspaceId: string, who: { agentId: string | null; apiKeyId: string | null }): Promise<Actor | null> {
  if (who.agentId) {
    const { rows } = await tx.query<{ name: string; role: Role }>(
      "SELECT name, role FROM agents WHERE workspace_id = $1 AND id = $2 AND disabled_at IS NULL",
      [workspaceId, who.agentId],
    );
    return rows[0] ? { kind: "agent", workspaceId, agentId: who.agentId, ...rows[0] } : null;
  }
  if (who.apiKeyId) {
    const { rows } = await tx.query<{ name: string; scopes: Scope[] }>(
      "SELECT name, scopes FROM api_keys WHERE workspace_id = $1 AND id = $2 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())",
      [workspaceId, who.apiKeyId],
    );
    return rows[0] ? { kind: "api_key", workspaceId, keyId: who.apiKeyId, ...rows[0] } : null;
  }
  return { kind: "system", workspaceId };
}
