import type { Actor } from "@onethread/core";
import type { GettingStarted } from "@onethread/core/api";
import { type Database, forWorkspace, prepared } from "../client/index.ts";

/** Each step a look for one row of a small table, whatever the workspace holds. */
const steps: Record<keyof GettingStarted, string> = {
  channel: "EXISTS (SELECT 1 FROM channel_accounts WHERE workspace_id = $1 AND deleted_at IS NULL)",
  message: "EXISTS (SELECT 1 FROM channel_accounts WHERE workspace_id = $1 AND last_inbound_at IS NOT NULL)",
  reply: "EXISTS (SELECT 1 FROM channel_accounts WHERE workspace_id = $1 AND last_outbound_at IS NOT NULL)",
  invitation: "EXISTS (SELECT 1 FROM invitations WHERE workspace_id = $1) OR EXISTS (SELECT 1 FROM agents WHERE workspace_id = $1 OFFSET 1)",
  businessHours: "EXISTS (SELECT 1 FROM business_hours WHERE workspace_id = $1)",
  cannedReply: "EXISTS (SELECT 1 FROM canned_replies WHERE workspace_id = $1)",
};

/** Which of the first steps a workspace has taken, by what is there. */
export async function readGettingStarted(database: Database, actor: Actor): Promise<GettingStarted> {
  const columns = Object.entries(steps).map(([name, sql]) => `(${sql}) AS "${name}"`);
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) =>
    tx.query<GettingStarted>(prepared(`SELECT ${columns.join(", ")}`, [actor.workspaceId])),
  );
  const [row] = rows;
  if (!row) throw new Error("a SELECT without FROM has one row");
  return row;
}
