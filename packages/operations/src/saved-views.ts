import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { SavedView } from "@onethread/core/api";
import { forWorkspace, newId, type Tx } from "@onethread/db/client";
import { type SavedViewRow, shownSavedView } from "@onethread/db/read";
import { allow, type Context, refuse, settled } from "./context.ts";

type Content = Pick<SavedView, "name" | "filter" | "sort" | "own">;
type Change = { [Name in keyof Content | "position"]?: (Content & { position: number })[Name] | undefined };

/** So many of one owner: a list that nobody reads any more helps nobody. */
const most = 100;
const none = "There is no such view.";

/** Keeps a list of conversations, one's own or everybody's; it stands last. */
export async function createSavedView(context: Context, actor: Actor, input: Content): Promise<Result<SavedView>> {
  return write(context, actor, async (tx) => {
    const owner = ownerOf(actor, input.own);
    await lockOwner(tx, actor, owner);
    const { rows } = await tx.query<{ count: number; next: number }>(
      `SELECT count(*)::int AS count, coalesce(max(position) + 1, 0)::int AS next FROM saved_views
       WHERE workspace_id = $1 AND agent_id IS NOT DISTINCT FROM $2`,
      [actor.workspaceId, owner],
    );
    if ((rows[0]?.count ?? 0) >= most) refuse("invalid_request", `There are ${most} views already. Delete one first.`);
    return tx.query<SavedViewRow>(
      "INSERT INTO saved_views (workspace_id, id, agent_id, name, filter, sort, position) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING *",
      [actor.workspaceId, newId(), owner, input.name, JSON.stringify(input.filter), input.sort, rows[0]?.next ?? 0],
    );
  });
}

/** Changes a view, moves it among its owner's (`position`: from 0), or gives it to everybody or to oneself. `id`: UUID. */
export async function updateSavedView(context: Context, actor: Actor, id: string, change: Change): Promise<Result<SavedView>> {
  return write(context, actor, async (tx) => {
    const before = await lockTheirs(tx, actor, id);
    const owner = change.own === undefined ? before : ownerOf(actor, change.own);
    if (owner !== before) await lockOwner(tx, actor, owner);
    await tx.query(
      `UPDATE saved_views SET name = coalesce($3, name), filter = coalesce($4, filter), sort = coalesce($5, sort), agent_id = $6, updated_at = now()
       WHERE workspace_id = $1 AND id = $2`,
      [actor.workspaceId, id, change.name ?? null, change.filter ? JSON.stringify(change.filter) : null, change.sort ?? null, owner],
    );
    if (change.position !== undefined) await moveTo(tx, actor, { id, owner, position: change.position });
    return tx.query<SavedViewRow>("SELECT * FROM saved_views WHERE workspace_id = $1 AND id = $2", [actor.workspaceId, id]);
  });
}

/** `id`: UUID. */
export async function deleteSavedView(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const done = await write(context, actor, async (tx) => {
    await lockTheirs(tx, actor, id);
    return tx.query<SavedViewRow>("DELETE FROM saved_views WHERE workspace_id = $1 AND id = $2 RETURNING *", [actor.workspaceId, id]);
  });
  return done.ok ? ok(null) : done;
}

/** Whose it is: an agent's, or everybody's (null). Refuses what the actor may not write. */
function ownerOf(actor: Actor, own: boolean): string | null {
  if (own && actor.kind !== "agent")
    return refuse("invalid_request", "Only an agent has views of their own.", { errors: [{ pointer: "/own", detail: "is for agents" }] });
  return own && actor.kind === "agent" ? actor.agentId : null;
}

/** Whoever changes the order of an owner's views does it alone. */
async function lockOwner(tx: Tx, actor: Actor, owner: string | null): Promise<void> {
  const refused = allow(actor, owner === null ? "manage_shared_views" : "read");
  if (refused && !refused.ok) refuse(refused.error.code, refused.error.detail);
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`saved_views ${actor.workspaceId} ${owner}`]);
}

/** Answers whose it is. Somebody else's own views are not there. */
async function lockTheirs(tx: Tx, actor: Actor, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ owner: string | null }>(
    "SELECT agent_id AS owner FROM saved_views WHERE workspace_id = $1 AND id = $2 AND (agent_id IS NULL OR agent_id = $3)",
    [actor.workspaceId, id, actor.kind === "agent" ? actor.agentId : null],
  );
  if (!rows[0]) return refuse("not_found", none);
  await lockOwner(tx, actor, rows[0].owner);
  return rows[0].owner;
}

async function moveTo(tx: Tx, actor: Actor, { id, owner, position }: { id: string; owner: string | null; position: number }): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    "SELECT id FROM saved_views WHERE workspace_id = $1 AND agent_id IS NOT DISTINCT FROM $2 AND id <> $3 ORDER BY position, id",
    [actor.workspaceId, owner, id],
  );
  const order = rows.map((row) => row.id);
  order.splice(position, 0, id);
  await tx.query(
    `UPDATE saved_views v SET position = o.place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place) WHERE v.workspace_id = $1 AND v.id = o.id`,
    [actor.workspaceId, order],
  );
}

async function write(context: Context, actor: Actor, work: (tx: Tx) => Promise<{ rows: SavedViewRow[] }>): Promise<Result<SavedView>> {
  const done = await settled(() => forWorkspace(context.database, actor.workspaceId, work));
  if (!done.ok) return done;
  const row = done.value.rows[0];
  if (!row) return fail("not_found", none);
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "saved_view", ids: [row.id] }]);
  return ok(shownSavedView(row));
}
