import { type Actor, fail, ok, type Result } from "@onethread/core";
import { forWorkspace, isUniqueViolation, newId, type Tx } from "@onethread/db/client";
import { type CannedReplyRow, shownCannedReply } from "@onethread/db/read";
import { allow, type Context, refuse, settled } from "./context.ts";

export type CannedReply = ReturnType<typeof shownCannedReply>;
type Texts = { shortcut: string; title: string; body: string };
type Change = { [name in keyof Texts]?: string | undefined };

const taken = () =>
  fail("already_exists", "There is a canned reply with this shortcut already.", { errors: [{ pointer: "/shortcut", detail: "is taken" }] });
const none = "There is no such canned reply.";

/** One's own, or everybody's. Own ones have to be somebody's: an API key has none. */
export async function createCannedReply(context: Context, actor: Actor, input: Texts & { own: boolean }): Promise<Result<CannedReply>> {
  const agentId = input.own && actor.kind === "agent" ? actor.agentId : null;
  if (input.own && agentId === null)
    return fail("invalid_request", "Only an agent has canned replies of their own.", { errors: [{ pointer: "/own", detail: "is for agents" }] });
  const refused = mayWrite(actor, agentId);
  if (refused) return refused;
  return write(context, actor, (tx) =>
    tx.query("INSERT INTO canned_replies (workspace_id, id, agent_id, shortcut, title, body) VALUES ($1, $2, $3, $4, $5, $6) RETURNING *", [
      actor.workspaceId,
      newId(),
      agentId,
      input.shortcut,
      input.title,
      input.body,
    ]),
  );
}

/** `id`: UUID. */
export async function updateCannedReply(context: Context, actor: Actor, id: string, change: Change): Promise<Result<CannedReply>> {
  return write(context, actor, async (tx) => {
    await refuseUnlessTheirs(tx, actor, id);
    return tx.query(
      `UPDATE canned_replies SET shortcut = coalesce($3, shortcut), title = coalesce($4, title), body = coalesce($5, body), updated_at = now()
       WHERE workspace_id = $1 AND id = $2 RETURNING *`,
      [actor.workspaceId, id, change.shortcut ?? null, change.title ?? null, change.body ?? null],
    );
  });
}

/** `id`: UUID. */
export async function deleteCannedReply(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const done = await write(context, actor, async (tx) => {
    await refuseUnlessTheirs(tx, actor, id);
    return tx.query("DELETE FROM canned_replies WHERE workspace_id = $1 AND id = $2 RETURNING *", [actor.workspaceId, id]);
  });
  return done.ok ? ok(null) : done;
}

/** Counts that a reply began with it: what is used most comes first where one is chosen. `id`: UUID. */
export async function noteCannedReplyUse(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const { rowCount } = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query("UPDATE canned_replies SET uses = uses + 1, used_at = $3 WHERE workspace_id = $1 AND id = $2 AND (agent_id IS NULL OR agent_id = $4)", [
      actor.workspaceId,
      id,
      context.now(),
      agentOf(actor),
    ]),
  );
  return rowCount === 1 ? ok(null) : fail("not_found", none);
}

const agentOf = (actor: Actor): string | null => (actor.kind === "agent" ? actor.agentId : null);
const mayWrite = (actor: Actor, agentId: string | null) => allow(actor, agentId === null ? "manage_canned_replies" : "reply");

/** Locks it. Somebody else's own ones are not there. */
async function refuseUnlessTheirs(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { rows } = await tx.query<{ agentId: string | null }>(
    'SELECT agent_id AS "agentId" FROM canned_replies WHERE workspace_id = $1 AND id = $2 AND (agent_id IS NULL OR agent_id = $3) FOR UPDATE',
    [actor.workspaceId, id, agentOf(actor)],
  );
  if (!rows[0]) return refuse("not_found", none);
  const refused = mayWrite(actor, rows[0].agentId);
  if (refused && !refused.ok) refuse(refused.error.code, refused.error.detail);
}

async function write(context: Context, actor: Actor, work: (tx: Tx) => Promise<{ rows: CannedReplyRow[] }>): Promise<Result<CannedReply>> {
  try {
    const done = await settled(() => forWorkspace(context.database, actor.workspaceId, work));
    if (!done.ok) return done;
    const row = done.value.rows[0];
    if (!row) return fail("not_found", none);
    await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "canned_reply", ids: [row.id] }]);
    return ok(shownCannedReply(row));
  } catch (error) {
    if (isUniqueViolation(error)) return taken();
    throw error;
  }
}
