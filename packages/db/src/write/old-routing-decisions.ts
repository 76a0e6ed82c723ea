import type { Tx } from "../client/index.ts";

/** So many are taken away in one transaction. */
const portion = 5000;

/** Takes decisions away that nobody looks for any more; the one that a case still is where it is by stays. */
export async function forgetOldDecisions(tx: Tx, before: Date): Promise<void> {
  await tx.query(
    `DELETE FROM routing_decisions WHERE (workspace_id, id) IN (
       SELECT d.workspace_id, d.id FROM routing_decisions d
         JOIN conversations c ON c.workspace_id = d.workspace_id AND c.id = d.conversation_id
       WHERE d.at < $1 AND NOT (c.status <> 'done' AND c.case_id IS NOT DISTINCT FROM d.case_id) LIMIT $2)`,
    [before, portion],
  );
}
