import { type Actor, fail, ok, type Result, toTypeId } from "@onethread/core";
import type { BusinessHoursRow } from "@onethread/core/api";
import { isStillReferred, newId, type Tx } from "@onethread/db/client";
import { readBusinessHours } from "@onethread/db/read";
import { changeSetting } from "./change-setting.ts";
import { allow, type Context } from "./context.ts";

type Content = Pick<BusinessHoursRow, "name" | "timeZone" | "week" | "exceptions" | "closedUntil" | "isDefault">;
type Change = { [Name in keyof Content]?: Content[Name] | undefined };
const setting = {
  right: "manage_business_hours",
  news: "business_hours",
  none: "There are no such business hours.",
  taken: "There are business hours of this name already.",
} as const;

/** The first ones are the default, whatever is said. */
export async function createBusinessHours(context: Context, actor: Actor, input: Content): Promise<Result<BusinessHoursRow>> {
  const id = newId();
  const done = await changeSetting(context, actor, id, setting, async (tx) => {
    const { rowCount } = await tx.query("SELECT 1 FROM business_hours WHERE workspace_id = $1 LIMIT 1", [actor.workspaceId]);
    if (input.isDefault) await clearDefault(tx, actor);
    return tx.query(
      `INSERT INTO business_hours (workspace_id, id, name, time_zone, week, exceptions, closed_until, is_default)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        actor.workspaceId,
        id,
        input.name,
        input.timeZone,
        JSON.stringify(input.week),
        JSON.stringify(input.exceptions),
        input.closedUntil,
        input.isDefault || rowCount === 0,
      ],
    );
  });
  return done.ok ? found(context, actor, id) : done;
}

/** Making other ones the default is the way to make these not. `id`: UUID. */
export async function updateBusinessHours(context: Context, actor: Actor, id: string, change: Change): Promise<Result<BusinessHoursRow>> {
  const done = await changeSetting(context, actor, id, setting, async (tx) => {
    if (change.isDefault) await clearDefault(tx, actor);
    return tx.query(
      `UPDATE business_hours SET name = coalesce($3, name), time_zone = coalesce($4, time_zone), week = coalesce($5, week),
         exceptions = coalesce($6, exceptions), closed_until = CASE WHEN $7 THEN $8::timestamptz ELSE closed_until END,
         is_default = is_default OR coalesce($9, false), updated_at = now()
       WHERE workspace_id = $1 AND id = $2`,
      [
        actor.workspaceId,
        id,
        change.name ?? null,
        change.timeZone ?? null,
        change.week ? JSON.stringify(change.week) : null,
        change.exceptions ? JSON.stringify(change.exceptions) : null,
        change.closedUntil !== undefined,
        change.closedUntil ?? null,
        change.isDefault ?? null,
      ],
    );
  });
  return done.ok ? found(context, actor, id) : done;
}

/** Refused while a queue or a routing rule uses them: says which. `id`: UUID. */
export async function deleteBusinessHours(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const refused = allow(actor, setting.right);
  if (refused) return refused;
  const used = await found(context, actor, id);
  if (!used.ok) return used;
  const { usedBy } = used.value;
  const inUse = () =>
    fail("in_use", `These business hours are used by ${usedBy.map(({ name }) => name).join(", ") || "a queue"}.`, { extra: { usedBy } });
  if (usedBy.length > 0) return inUse();
  try {
    return await changeSetting(context, actor, id, setting, (tx) =>
      tx.query("DELETE FROM business_hours WHERE workspace_id = $1 AND id = $2", [actor.workspaceId, id]),
    );
  } catch (error) {
    // A queue took them up meanwhile.
    if (isStillReferred(error)) return inUse();
    throw error;
  }
}

async function clearDefault(tx: Tx, actor: Actor): Promise<void> {
  // As with queues: of two who do this at once the later sees what the earlier has chosen.
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`default_hours ${actor.workspaceId}`]);
  await tx.query("UPDATE business_hours SET is_default = false WHERE workspace_id = $1 AND is_default", [actor.workspaceId]);
}

async function found(context: Context, actor: Actor, id: string): Promise<Result<BusinessHoursRow>> {
  const all = await readBusinessHours(context.database, actor, context.now());
  const one = all.find((each) => each.id === toTypeId("businessHours", id));
  return one ? ok(one) : fail("not_found", setting.none);
}
