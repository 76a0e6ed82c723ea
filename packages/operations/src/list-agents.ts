import { type Actor, fromTypeId, ok, type Result } from "@onethread/core";
import type { Agent } from "@onethread/core/api";
import { forIngest } from "@onethread/db/client";
import { readAgents } from "@onethread/db/read";
import { allow, type Context } from "./context.ts";

/** Who works here. Whether sign-in asks them for a code is for those who manage members; to everybody else it is null. */
export async function listAgents(context: Context, actor: Actor): Promise<Result<Agent[]>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  const agents = await readAgents(context.database, actor);
  if (allow(actor, "manage_members")) return ok(agents.map((agent) => ({ ...agent, secondFactor: null })));
  // Sign-in's tables are of no workspace: whose agents they are is part of the question.
  const { rows } = await forIngest(context.database, (tx) =>
    tx.query<{ id: string }>(
      `SELECT a.id FROM agents a JOIN second_factors f ON f.user_id = a.user_id AND f.confirmed_at IS NOT NULL
       WHERE a.workspace_id = $1 AND a.disabled_at IS NULL`,
      [actor.workspaceId],
    ),
  );
  const secured = new Set(rows.map(({ id }) => id));
  return ok(agents.map((agent) => ({ ...agent, secondFactor: secured.has(fromTypeId("agent", agent.id) ?? "") })));
}
