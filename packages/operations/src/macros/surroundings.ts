import { type MacroSurroundings, toTypeId } from "@onethread/core";
import type { Tx } from "@onethread/db/client";

/** Whom and what macros can be about, ids as the API shows them. */
export async function readSurroundings(tx: Tx, workspaceId: string): Promise<Pick<MacroSurroundings, "agents" | "queues" | "labels">> {
  const { rows } = await tx.query<{ kind: "agent" | "queue" | "label"; id: string }>(
    `SELECT 'agent' AS kind, id FROM agents WHERE workspace_id = $1 AND disabled_at IS NULL
     UNION ALL SELECT 'queue', id FROM queues WHERE workspace_id = $1 UNION ALL SELECT 'label', id FROM labels WHERE workspace_id = $1`,
    [workspaceId],
  );
  const of = (kind: "agent" | "queue" | "label") => new Set(rows.filter((row) => row.kind === kind).map((row) => toTypeId(kind, row.id)));
  return { agents: of("agent"), queues: of("queue"), labels: of("label") };
}
