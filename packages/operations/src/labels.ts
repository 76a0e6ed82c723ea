import { type Actor, fail, ok, type Result, toTypeId } from "@onethread/core";
import { forWorkspace, isUniqueViolation, newId } from "@onethread/db/client";
import { allow, type Context } from "./context.ts";

export type Label = { id: string; name: string; color: string };

const taken = () => fail("already_exists", "There is a label of this name already.", { errors: [{ pointer: "/name", detail: "is taken" }] });

export async function createLabel(context: Context, actor: Actor, input: { name: string; color: string }): Promise<Result<Label>> {
  return changeLabel(
    context,
    actor,
    newId(),
    "INSERT INTO labels (workspace_id, id, name, color) VALUES ($1, $2, $3, $4) RETURNING id, name, color",
    [input.name, input.color],
  );
}

/** `id`: UUID. */
export async function updateLabel(
  context: Context,
  actor: Actor,
  id: string,
  change: { name?: string | undefined; color?: string | undefined },
): Promise<Result<Label>> {
  const sql =
    "UPDATE labels SET name = coalesce($3, name), color = coalesce($4, color) WHERE workspace_id = $1 AND id = $2 RETURNING id, name, color";
  return changeLabel(context, actor, id, sql, [change.name ?? null, change.color ?? null]);
}

/** Takes a label away, also from every conversation that has it. `id`: UUID. */
export async function deleteLabel(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const sql = `WITH cleared AS (UPDATE conversations SET label_ids = array_remove(label_ids, $2) WHERE workspace_id = $1 AND $2 = ANY(label_ids))
    DELETE FROM labels WHERE workspace_id = $1 AND id = $2 RETURNING id, name, color`;
  const done = await changeLabel(context, actor, id, sql, []);
  return done.ok ? ok(null) : done;
}

async function changeLabel(context: Context, actor: Actor, id: string, sql: string, values: unknown[]): Promise<Result<Label>> {
  const refused = allow(actor, "manage_labels");
  if (refused) return refused;
  try {
    const { rows } = await forWorkspace(context.database, actor.workspaceId, (tx) => tx.query<Label>(sql, [actor.workspaceId, id, ...values]));
    const row = rows[0];
    if (!row) return fail("not_found", "There is no such label.");
    await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "label", ids: [id] }]);
    return ok({ ...row, id: toTypeId("label", row.id) });
  } catch (error) {
    if (isUniqueViolation(error)) return taken();
    throw error;
  }
}
