import { forIngest, newId } from "@onethread/db/client";
import { conversationsOf, findNeverPairs, lockPeople, mergeRows, moveIdentities, readOwner, wasMergedHere } from "@onethread/db/write";
import type { Context } from "../context.ts";
import type { Difference } from "./difference.ts";

type People = Extract<Difference, { kind: "people" }>;

/** What a mending touched: whose screens show something else now. */
export type Touched = { workspaceId: string; conversationIds: string[]; customerIds: string[] };

/**
 * Brings identities to the customer they belong to: a customer made only of such joins by a merge in the ledger; one
 * identity among others, brought there by no merge, is moved. What a merge or a person's word speaks against is left.
 * Answers null where nothing may be done.
 */
export async function mendPeople(context: Context, one: People, all: readonly Difference[]): Promise<Touched | null> {
  const workspaceId = one.workspaceId;
  if (workspaceId === null || one.apart.length === 0) return null;
  let touched: Touched | null = null;
  for (const identityId of one.apart) {
    const foreign = all.some((other) => other.kind === "people" && other.together.includes(identityId));
    const done = await forIngest(context.database, async (tx) => {
      const owner = await readOwner(tx, workspaceId, identityId);
      if (owner === null || owner === one.customerId) return false;
      const both = [one.customerId, owner];
      await lockPeople(tx, workspaceId, both);
      // Somebody else moved it while we waited: the next check looks again.
      if ((await readOwner(tx, workspaceId, identityId)) !== owner) return false;
      if ((await findNeverPairs(tx, both)).length > 0) return false;
      if (!foreign) {
        const [survivorId = "", mergedId = ""] = [...both].sort();
        const by = { type: "system" as const, id: null, name: null };
        const evidence = [{ kind: "stored_webhooks", detail: "" }];
        await mergeRows(tx, { id: newId(), workspaceId, survivorId, mergedId, by, reason: null, evidence, at: context.now() });
      } else if (await wasMergedHere(tx, workspaceId, identityId)) return false;
      else await moveIdentities(tx, { workspaceId, identityIds: [identityId], customerId: one.customerId }, newId);
      touched = { workspaceId, customerIds: both, conversationIds: await conversationsOf(tx, workspaceId, both) };
      return true;
    });
    if (!done && !foreign) break;
  }
  return touched;
}
