import { type Actor, fail, type Result, storable } from "@onethread/core";
import type { Customer } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readCustomer } from "@onethread/db/read";
import { refreshCustomers } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

/** Who knows more of a customer keeps it elsewhere: a customer is read whole, and often. */
const mostAttributes = 200;

type AttributeChange = Record<string, string | number | boolean | null>;

/** Sets what a person knows better than the platform. A name of null gives the platform's name back. `id`: UUID. */
export async function updateCustomer(
  context: Context,
  actor: Actor,
  id: string,
  change: { name?: string | null | undefined; attributes?: AttributeChange | undefined },
): Promise<Result<Customer>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const found = await readCustomer(context.database, actor, id);
  if (!found.ok) return found;
  const attributes = change.attributes && storableChange(change.attributes);
  if (attributes && countAfter(found.value.attributes, attributes) > mostAttributes)
    return fail("invalid_request", `A customer has at most ${mostAttributes} attributes.`, {
      errors: [{ pointer: "/attributes", detail: `would be more than ${mostAttributes}` }],
    });
  await forWorkspace(context.database, actor.workspaceId, async (tx) => {
    if (change.name !== undefined) {
      await tx.query("UPDATE customers SET given_name = $3 WHERE workspace_id = $1 AND id = $2", [
        actor.workspaceId,
        id,
        change.name === null ? null : storable(change.name),
      ]);
      await refreshCustomers(tx, [{ workspaceId: actor.workspaceId, customerId: id, seenAt: null }]);
    }
    if (attributes) {
      await tx.query("UPDATE customers SET attributes = jsonb_strip_nulls(attributes || $3::jsonb) WHERE workspace_id = $1 AND id = $2", [
        actor.workspaceId,
        id,
        JSON.stringify(attributes),
      ]);
    }
  });
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "customer", ids: [id] }]);
  return readCustomer(context.database, actor, id);
}

const storableChange = (change: AttributeChange): AttributeChange =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [storable(name), typeof value === "string" ? storable(value) : value]));

function countAfter(before: Record<string, unknown>, change: AttributeChange): number {
  const names = new Set(Object.keys(before));
  for (const [name, value] of Object.entries(change)) value === null ? names.delete(name) : names.add(name);
  return names.size;
}
