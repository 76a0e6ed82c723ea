import { toTypeId } from "@onethread/core";
import { prepared, type Tx } from "@onethread/db/client";
import { refuse } from "../context.ts";

/** Looks whether a conversation is there, without locking it. Refuses unknown ids, and merged-away ones with the survivor's id. */
export async function findConversation(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const { rows } = await tx.query<{ survivorId: string | null }>(
    prepared(
      `SELECT s.id AS "survivorId" FROM conversations v JOIN customers c ON c.workspace_id = v.workspace_id AND c.id = v.customer_id
       LEFT JOIN conversations s ON s.workspace_id = v.workspace_id AND s.customer_id = c.merged_into WHERE v.workspace_id = $1 AND v.id = $2`,
      [workspaceId, id],
    ),
  );
  const row = rows[0] ?? refuse("not_found", "There is no such conversation.");
  if (row.survivorId) refuse("moved", "The customer was merged with another.", { extra: { movedTo: toTypeId("conversation", row.survivorId) } });
}
