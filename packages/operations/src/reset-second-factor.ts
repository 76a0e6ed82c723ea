import { type Actor, fail, ok, type Result, type Role } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import { allow, type Context } from "./context.ts";

/** For who has lost their app and their recovery codes: sign-in asks them for no code until they set one up anew. `id`: UUID of an agent. */
export async function resetSecondFactor(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const refused = allow(actor, "manage_members");
  if (refused) return refused;
  // Sign-in's tables are of no workspace: whose agent it is is part of the question.
  return forIngest(context.database, async (tx) => {
    const { rows } = await tx.query<{ userId: string; role: Role }>(
      `SELECT user_id AS "userId", role FROM agents WHERE workspace_id = $1 AND id = $2 AND disabled_at IS NULL`,
      [actor.workspaceId, id],
    );
    const [agent] = rows;
    if (!agent) return fail("not_found", "There is no such agent.");
    const ownerOnly = agent.role === "owner" ? allow(actor, "manage_owners") : undefined;
    if (ownerOnly) return ownerOnly;
    await tx.query("DELETE FROM second_factors WHERE user_id = $1", [agent.userId]);
    return ok(null);
  });
}
