import { type Actor, ok, type Result, type Role } from "@onethread/core";
import { forWorkspace, type Tx } from "@onethread/db/client";
import { dropFollowing } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";

/** Changes an agent's name or role. Owners are only touched by owners, and one always stays. `id`: UUID. */
export async function updateAgent(
  context: Context,
  actor: Actor,
  id: string,
  change: { name?: string | undefined; role?: Role | undefined },
): Promise<Result<null>> {
  return changeAgent(context, actor, id, change.role === "owner", async (tx, wasOwner) => {
    if (wasOwner && change.role !== undefined && change.role !== "owner") await refuseLastOwner(tx, actor.workspaceId, id);
    await tx.query("UPDATE agents SET name = coalesce($3, name), role = coalesce($4, role) WHERE workspace_id = $1 AND id = $2", [
      actor.workspaceId,
      id,
      change.name ?? null,
      change.role ?? null,
    ]);
  });
}

/** Takes an agent out of the workspace: they are signed out of it at once and their cases become unassigned. `id`: UUID. */
export async function removeAgent(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  return changeAgent(context, actor, id, false, async (tx, wasOwner) => {
    if (wasOwner) await refuseLastOwner(tx, actor.workspaceId, id);
    await tx.query("UPDATE agents SET disabled_at = $3 WHERE workspace_id = $1 AND id = $2", [actor.workspaceId, id, context.now()]);
    await tx.query(
      "UPDATE conversations SET assignee_id = NULL, version = version + 1 WHERE workspace_id = $1 AND assignee_id = $2 AND status <> 'done'",
      [actor.workspaceId, id],
    );
    await dropFollowing(tx, actor.workspaceId, id);
  });
}

async function changeAgent(
  context: Context,
  actor: Actor,
  id: string,
  toOwner: boolean,
  work: (tx: Tx, wasOwner: boolean) => Promise<void>,
): Promise<Result<null>> {
  const refused = allow(actor, "manage_members") ?? (toOwner ? allow(actor, "manage_owners") : undefined);
  if (refused) return refused;
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      const { rows } = await tx.query<{ role: Role }>(
        "SELECT role FROM agents WHERE workspace_id = $1 AND id = $2 AND disabled_at IS NULL FOR UPDATE",
        [actor.workspaceId, id],
      );
      const agent = rows[0] ?? refuse("not_found", "There is no such agent.");
      const ownerOnly = agent.role === "owner" ? allow(actor, "manage_owners") : undefined;
      if (ownerOnly && !ownerOnly.ok) refuse(ownerOnly.error.code, ownerOnly.error.detail);
      await work(tx, agent.role === "owner");
    }),
  );
  if (!done.ok) return done;
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "agent", ids: [id] }]);
  return ok(null);
}

async function refuseLastOwner(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const { rows } = await tx.query("SELECT id FROM agents WHERE workspace_id = $1 AND role = 'owner' AND disabled_at IS NULL FOR UPDATE", [
    workspaceId,
  ]);
  if (!rows.some((row: { id: string }) => row.id !== id)) refuse("last_owner", "Make somebody else an owner first.");
}
