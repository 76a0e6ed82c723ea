import { type Actor, fail, ok, type Result, toTypeId } from "@onethread/core";
import { isStillReferred, newId, type Tx } from "@onethread/db/client";
import { type QueueRow, readQueues } from "@onethread/db/read";
import { changeSetting } from "./change-setting.ts";
import { type Context, refuse } from "./context.ts";

const setting = {
  right: "manage_queues",
  news: "queue",
  none: "There is no such queue.",
  taken: "There is a queue of this name already.",
} as const;

export type Queue = QueueRow;
/** `businessHoursId`: UUID. */
type Content = { name: string; businessHoursId: string | null; isDefault: boolean };
type Change = { [Name in keyof Content]?: Content[Name] | undefined };

export async function createQueue(context: Context, actor: Actor, input: { name: string } & Change): Promise<Result<Queue>> {
  const id = newId();
  const done = await changeSetting(context, actor, id, setting, async (tx) => {
    if (input.isDefault) await clearDefault(tx, actor);
    await refuseUnlessThere(tx, actor, input.businessHoursId);
    return tx.query("INSERT INTO queues (workspace_id, id, name, business_hours_id, is_default) VALUES ($1, $2, $3, $4, $5)", [
      actor.workspaceId,
      id,
      input.name,
      input.businessHoursId ?? null,
      input.isDefault ?? false,
    ]);
  });
  return done.ok ? found(context, actor, id) : done;
}

/** Its name, its business hours, and whether it takes what no routing rule sends anywhere. `id`: UUID. */
export async function updateQueue(context: Context, actor: Actor, id: string, change: Change): Promise<Result<Queue>> {
  const done = await changeSetting(context, actor, id, setting, async (tx) => {
    if (change.isDefault) await clearDefault(tx, actor);
    await refuseUnlessThere(tx, actor, change.businessHoursId);
    return tx.query(
      `UPDATE queues SET name = coalesce($3, name), is_default = coalesce($4, is_default),
         business_hours_id = CASE WHEN $5 THEN $6::uuid ELSE business_hours_id END
       WHERE workspace_id = $1 AND id = $2`,
      [actor.workspaceId, id, change.name ?? null, change.isDefault ?? null, change.businessHoursId !== undefined, change.businessHoursId ?? null],
    );
  });
  return done.ok ? found(context, actor, id) : done;
}

async function clearDefault(tx: Tx, actor: Actor): Promise<void> {
  // Of two who do this at once the later sees what the earlier has chosen; else there were two, and the index would refuse.
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`default_queue ${actor.workspaceId}`]);
  await tx.query("UPDATE queues SET is_default = false WHERE workspace_id = $1 AND is_default", [actor.workspaceId]);
}

async function refuseUnlessThere(tx: Tx, actor: Actor, businessHoursId: string | null | undefined): Promise<void> {
  if (!businessHoursId) return;
  const { rowCount } = await tx.query("SELECT 1 FROM business_hours WHERE workspace_id = $1 AND id = $2 FOR KEY SHARE", [
    actor.workspaceId,
    businessHoursId,
  ]);
  if (rowCount === 0)
    refuse("invalid_request", "There are no such business hours.", {
      errors: [{ pointer: "/businessHoursId", detail: "is not of this workspace" }],
    });
}

/** Takes a queue away; its conversations stay, in none. `id`: UUID. */
export async function deleteQueue(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const clear = async (tx: Tx) => {
    const place = [actor.workspaceId, id];
    await tx.query("SELECT 1 FROM conversations WHERE workspace_id = $1 AND queue_id = $2 ORDER BY id FOR UPDATE", place);
    await tx.query("UPDATE conversations SET queue_id = NULL, version = version + 1 WHERE workspace_id = $1 AND queue_id = $2", place);
    return tx.query("DELETE FROM queues WHERE workspace_id = $1 AND id = $2", place);
  };
  // Conversations are locked before their queue, here as everywhere, so one may still be put in behind the clearing: the
  // foreign key tells, and the next round takes it out.
  for (let round = 1; ; round++) {
    try {
      return await changeSetting(context, actor, id, setting, clear);
    } catch (error) {
      if (!isStillReferred(error) || round === rounds) throw error;
    }
  }
}

const rounds = 5;

async function found(context: Context, actor: Actor, id: string): Promise<Result<Queue>> {
  const queue = (await readQueues(context.database, actor)).find((one) => one.id === toTypeId("queue", id));
  return queue ? ok(queue) : fail("not_found", setting.none);
}
