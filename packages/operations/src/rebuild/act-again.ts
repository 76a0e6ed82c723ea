import type { IdentityKey } from "@onethread/core";
import { newId, type Tx } from "@onethread/db/client";
import {
  countOthers,
  findStanding,
  insertPeople,
  type LedgerRow,
  mergeRows,
  moveIdentities,
  readKeysById,
  readKeysOfCustomer,
  setNeverPairs,
} from "@onethread/db/write";
import type { LedgerAct, PeopleLedger } from "./people-ledger.ts";

/** The kept rows and those made anew, and who stood where in the kept ones at this moment of the telling. */
export type Both = { kept: Tx; rebuilt: Tx; ledger: PeopleLedger };

/**
 * Does again what people said about who is one person. The two sides have ids of their own: a customer is found by the
 * identities it had. What webhooks prove is not done again, it proves itself. False: not all who are meant are known yet.
 */
export async function actAgain(both: Both, act: LedgerAct): Promise<boolean> {
  if (act.kind === "merge") {
    if (act.row.byPerson && !(await mergeAgain(both, act.row))) return false;
    both.ledger.apply(act);
  } else {
    await undoAgain(both, act.row);
    both.ledger.apply(act);
  }
  if (act.kind === "undo" || act.row.byPerson) await keepApart(both, act.row.workspaceId);
  return true;
}

async function mergeAgain({ kept, rebuilt, ledger }: Both, row: LedgerRow): Promise<boolean> {
  const { workspaceId } = row;
  const survivorId = await counterpart({ kept, rebuilt, ledger }, workspaceId, row.survivorId);
  const mergedId = await counterpart({ kept, rebuilt, ledger }, workspaceId, row.mergedId);
  if (!survivorId || !mergedId) return false;
  if (survivorId === mergedId) return true;
  const by = { type: "system" as const, id: null, name: null };
  await mergeRows(rebuilt, { id: newId(), workspaceId, survivorId, mergedId, by, reason: null, evidence: [], at: row.at });
  return true;
}

/** Where what goes back stands together with others, it becomes a customer of its own. */
async function undoAgain({ kept, rebuilt, ledger }: Both, row: LedgerRow): Promise<void> {
  const { workspaceId } = row;
  const back = await findStanding(rebuilt, workspaceId, await readKeysById(kept, ledger.givenBack(row)));
  const ids = back.map((identity) => identity.id);
  let own: string | null = null;
  for (const customerId of new Set(back.map((identity) => identity.customerId))) {
    if ((await countOthers(rebuilt, workspaceId, customerId, ids)) === 0) continue;
    own ??= await addCustomer(rebuilt, workspaceId, row.at);
    const identityIds = back.filter((identity) => identity.customerId === customerId).map((identity) => identity.id);
    await moveIdentities(rebuilt, { workspaceId, identityIds, customerId: own }, newId);
  }
}

async function keepApart(both: Both, workspaceId: string): Promise<void> {
  const pairs: [string, string][] = [];
  for (const { a, b } of both.ledger.neverPairs(workspaceId)) {
    const one = await counterpart(both, workspaceId, both.ledger.root(a));
    const other = await counterpart(both, workspaceId, both.ledger.root(b));
    if (one && other && one !== other) pairs.push([one, other]);
  }
  await setNeverPairs(both.rebuilt, workspaceId, pairs);
}

/** The customer who has most of the identities that this one had at this moment; of two alike the one with the oldest. */
export async function counterpart({ kept, rebuilt, ledger }: Both, workspaceId: string, customerId: string): Promise<string | null> {
  const standing = (await readKeysOfCustomer(kept, workspaceId, customerId)).filter((key) => !ledger.moved.has(key.id));
  const keys: IdentityKey[] = [...standing, ...(await readKeysById(kept, ledger.standingWith(customerId)))];
  const counts = new Map<string, number>();
  for (const { customerId: found } of await findStanding(rebuilt, workspaceId, keys)) counts.set(found, (counts.get(found) ?? 0) + 1);
  let best: string | null = null;
  for (const [id, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = id;
  return best;
}

/** Somebody nobody knows anything of yet. */
export async function addCustomer(tx: Tx, workspaceId: string, createdAt: Date): Promise<string> {
  const id = newId();
  await insertPeople(tx, [{ workspaceId, id, conversationId: newId(), createdAt }], []);
  return id;
}
