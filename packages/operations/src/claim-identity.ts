import { type Actor, claimedValue, fail, type Result, storable } from "@onethread/core";
import type { Customer } from "@onethread/core/api";
import { forWorkspace, newId } from "@onethread/db/client";
import { readCustomer } from "@onethread/db/read";
import { allow, type Context } from "./context.ts";

/** Notes an address somebody told. It is a claim: it never links by itself, it only suggests a merge. `id`: UUID. */
export async function claimIdentity(
  context: Context,
  actor: Actor,
  id: string,
  claim: { kind: "email" | "phone" | "external_id"; value: string },
): Promise<Result<Customer>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const found = await readCustomer(context.database, actor, id);
  if (!found.ok) return found;
  const value = claimedValue(claim.kind, storable(claim.value));
  if (value === null)
    return fail("invalid_request", "This is not a valid address.", { errors: [{ pointer: "/value", detail: `is not a valid ${claim.kind}` }] });
  const identityId = newId();
  await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query(
      `INSERT INTO identities (workspace_id, id, kind, scope, value, strength, customer_id, person_id)
       SELECT $1, $2, $3, '', $4, 'claimed', $5, $2 WHERE NOT EXISTS (
         SELECT 1 FROM identities WHERE workspace_id = $1 AND customer_id = $5 AND kind = $3 AND scope = '' AND value = $4)`,
      [actor.workspaceId, identityId, claim.kind, value, id],
    ),
  );
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "customer", ids: [id] }]);
  return readCustomer(context.database, actor, id);
}
