import { type Actor, fail, fromTypeId, type MacroAction, ok, type Result } from "@onethread/core";
import { forWorkspace, isUniqueViolation, newId, type Tx } from "@onethread/db/client";
import { type MacroRow, shownMacro } from "@onethread/db/read";
import { allow, type Context, refuse, settled } from "./context.ts";
import { readSurroundings } from "./macros/surroundings.ts";

export type Macro = ReturnType<typeof shownMacro>;
type Change = { name?: string | undefined; actions?: MacroAction[] | undefined };

const none = "There is no such macro.";

/** One's own, or everybody's. Own ones have to be somebody's: an API key has none. */
export async function createMacro(
  context: Context,
  actor: Actor,
  input: { name: string; actions: MacroAction[]; own: boolean },
): Promise<Result<Macro>> {
  const agentId = input.own && actor.kind === "agent" ? actor.agentId : null;
  if (input.own && agentId === null)
    return fail("invalid_request", "Only an agent has macros of their own.", { errors: [{ pointer: "/own", detail: "is for agents" }] });
  const refused = mayWrite(actor, agentId);
  if (refused) return refused;
  return write(context, actor, async (tx) => {
    await refuseUnknown(tx, actor, input.actions);
    return tx.query("INSERT INTO macros (workspace_id, id, agent_id, name, actions) VALUES ($1, $2, $3, $4, $5) RETURNING *", [
      actor.workspaceId,
      newId(),
      agentId,
      input.name,
      JSON.stringify(input.actions),
    ]);
  });
}

/** `id`: UUID. */
export const updateMacro = (context: Context, actor: Actor, id: string, change: Change): Promise<Result<Macro>> =>
  write(context, actor, async (tx) => {
    await refuseUnlessTheirs(tx, actor, id);
    if (change.actions) await refuseUnknown(tx, actor, change.actions);
    return tx.query(
      "UPDATE macros SET name = coalesce($3, name), actions = coalesce($4, actions), updated_at = now() WHERE workspace_id = $1 AND id = $2 RETURNING *",
      [actor.workspaceId, id, change.name ?? null, change.actions ? JSON.stringify(change.actions) : null],
    );
  });

/** `id`: UUID. */
export async function deleteMacro(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const done = await write(context, actor, async (tx) => {
    await refuseUnlessTheirs(tx, actor, id);
    return tx.query("DELETE FROM macros WHERE workspace_id = $1 AND id = $2 RETURNING *", [actor.workspaceId, id]);
  });
  return done.ok ? ok(null) : done;
}

const mayWrite = (actor: Actor, agentId: string | null) => allow(actor, agentId === null ? "manage_macros" : "reply");

/** Locks it. Somebody else's own ones are not there. */
async function refuseUnlessTheirs(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { rows } = await tx.query<{ agentId: string | null }>(
    'SELECT agent_id AS "agentId" FROM macros WHERE workspace_id = $1 AND id = $2 AND (agent_id IS NULL OR agent_id = $3) FOR UPDATE',
    [actor.workspaceId, id, actor.kind === "agent" ? actor.agentId : null],
  );
  if (!rows[0]) return refuse("not_found", none);
  const refused = mayWrite(actor, rows[0].agentId);
  if (refused && !refused.ok) refuse(refused.error.code, refused.error.detail);
}

/** What is gone later is left out when it is run; what was never there is a slip. */
async function refuseUnknown(tx: Tx, actor: Actor, actions: readonly MacroAction[]): Promise<void> {
  const { agents, queues, labels } = await readSurroundings(tx, actor.workspaceId);
  const errors = actions.flatMap((action, index) => {
    const at = `/actions/${index}`;
    if (action.do === "assign" && fromTypeId("agent", action.to) && !agents.has(action.to))
      return [{ pointer: `${at}/to`, detail: "is not an agent of this workspace" }];
    if (action.do === "set_queue" && action.queueId !== null && !queues.has(action.queueId))
      return [{ pointer: `${at}/queueId`, detail: "is not a queue of this workspace" }];
    if ((action.do === "add_labels" || action.do === "remove_labels") && action.labels.some((label) => !labels.has(label)))
      return [{ pointer: `${at}/labels`, detail: "holds an unknown label" }];
    return [];
  });
  if (errors.length > 0) refuse("invalid_request", "An action is about something that is not there.", { errors });
}

async function write(context: Context, actor: Actor, work: (tx: Tx) => Promise<{ rows: MacroRow[] }>): Promise<Result<Macro>> {
  try {
    const done = await settled(() => forWorkspace(context.database, actor.workspaceId, work));
    if (!done.ok) return done;
    const row = done.value.rows[0];
    if (!row) return fail("not_found", none);
    await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "macro", ids: [row.id] }]);
    return ok(shownMacro(row));
  } catch (error) {
    if (isUniqueViolation(error))
      return fail("already_exists", "There is a macro with this name already.", { errors: [{ pointer: "/name", detail: "is taken" }] });
    throw error;
  }
}
