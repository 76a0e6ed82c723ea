import { type Actor, may, toTypeId } from "@onethread/core";
import type { Tx } from "@onethread/db/client";
import { refuse } from "../context.ts";

export type LockedConversation = {
  id: string;
  customerId: string;
  status: "open" | "snoozed" | "done";
  caseId: string | null;
  assigneeId: string | null;
  queueId: string | null;
  version: number;
};

/** Locks a conversation for a change. Refuses unknown ids, and merged-away ones with the survivor's id. */
export async function lockConversation(tx: Tx, workspaceId: string, id: string): Promise<LockedConversation> {
  const { rows } = await tx.query<LockedConversation & { survivorId: string | null }>(
    `SELECT v.id, v.customer_id AS "customerId", v.status, v.case_id AS "caseId", v.assignee_id AS "assigneeId",
       v.queue_id AS "queueId", v.version, s.id AS "survivorId"
     FROM conversations v JOIN customers c ON c.workspace_id = v.workspace_id AND c.id = v.customer_id
     LEFT JOIN conversations s ON s.workspace_id = v.workspace_id AND s.customer_id = c.merged_into
     WHERE v.workspace_id = $1 AND v.id = $2 FOR UPDATE OF v`,
    [workspaceId, id],
  );
  const row = rows[0];
  if (!row) return refuse("not_found", "There is no such conversation.");
  if (row.survivorId)
    return refuse("moved", "The customer was merged with another.", { extra: { movedTo: toTypeId("conversation", row.survivorId) } });
  return row;
}

/** Agents work their own and unassigned cases; somebody else's takes a supervisor. */
export const worksOn = (actor: Actor, { assigneeId }: Pick<LockedConversation, "assigneeId">): boolean =>
  actor.kind !== "agent" || assigneeId === null || assigneeId === actor.agentId || may(actor, "work_others_cases");

/** Refuses whoever may not. */
export function mayWorkOn(actor: Actor, conversation: LockedConversation): void {
  if (worksOn(actor, conversation)) return;
  refuse("forbidden", "This conversation is assigned to somebody else. Changing it needs the role supervisor or higher.");
}

/** Who an item or a merge is by. */
export function authorOf(actor: Actor): { type: "agent" | "api_key" | "system"; id: string | null; name: string | null } {
  if (actor.kind === "agent") return { type: "agent", id: actor.agentId, name: actor.name };
  if (actor.kind === "api_key") return { type: "api_key", id: actor.keyId, name: actor.name };
  return { type: "system", id: null, name: null };
}
