import { type Actor, type Result, storable } from "@onethread/core";
import type { Customer } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readCustomer } from "@onethread/db/read";
import { refreshCustomers } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

/** Sets what a person knows better than the platform. A name of null gives the platform's name back. `id`: UUID. */
export async function updateCustomer(
  context: Context,
  actor: Actor,
  id: string,
  change: { name?: string | null | undefined; attributes?: Record<string, unknown> | undefined },
): Promise<Result<Customer>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const found = await readCustomer(context.database, actor, id);
  if (!found.ok) return found;
  await forWorkspace(context.database, actor.workspaceId, async (tx) => {
    if (change.name !== undefined) {
      await tx.query("UPDATE customers SET given_name = $3 WHERE workspace_id = $1 AND id = $2", [
        actor.workspaceId,
        id,
        change.name === null ? null : storable(change.name),
      ]);
      await refreshCustomers(tx, [{ workspaceId: actor.workspaceId, customerId: id, seenAt: null }]);
    }
    if (change.attributes !== undefined) {
      await tx.query("UPDATE customers SET attributes = jsonb_strip_nulls(attributes || $3::jsonb) WHERE workspace_id = $1 AND id = $2", [
        actor.workspaceId,
        id,
        JSON.stringify(change.attributes),
      ]);
    }
  });
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "customer", ids: [id] }]);
  return readCustomer(context.database, actor, id);
}
