import type { LedgerRow } from "@onethread/db/write";

/** Something the ledger says was done: two customers joined, or a joining taken back. */
export type LedgerAct = { kind: "merge" | "undo"; at: number; id: string; row: LedgerRow };

/**
 * Who stood where at any moment, told again from the ledger: acts are applied one by one, in their order. Only
 * identities that ever moved are kept in mind; all others stand where they always stood.
 */
export class PeopleLedger {
  readonly acts: LedgerAct[];
  /** Identities that ever moved. */
  readonly moved: ReadonlySet<string>;
  private readonly owner = new Map<string, string>();
  private readonly into = new Map<string, string>();
  private readonly never = new Map<string, { workspaceId: string; a: string; b: string }>();

  constructor(rows: readonly LedgerRow[]) {
    this.acts = rows.flatMap(actsOf).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    // Before the first merge that moved it an identity stood with the customer that merge did away with.
    for (const { kind, row } of this.acts) {
      if (kind === "merge") for (const id of row.movedIdentityIds) if (!this.owner.has(id)) this.owner.set(id, row.mergedId);
    }
    this.moved = new Set(this.owner.keys());
  }

  /** The customer a customer lives in now. */
  root(customerId: string): string {
    let current = customerId;
    for (let next = this.into.get(current); next; next = this.into.get(current)) current = next;
    return current;
  }

  /** Of the identities that ever moved, those that stand with a customer now. */
  standingWith(customerId: string): string[] {
    return [...this.owner].flatMap(([id, owner]) => (owner === customerId ? [id] : []));
  }

  /** The identities an undoing gives back now. */
  givenBack({ survivorId, movedIdentityIds }: LedgerRow): string[] {
    const holder = this.root(survivorId);
    return movedIdentityIds.filter((id) => this.owner.get(id) === holder);
  }

  neverPairs(workspaceId: string): { a: string; b: string }[] {
    return [...this.never.values()].filter((pair) => pair.workspaceId === workspaceId);
  }

  apply({ kind, row }: LedgerAct): void {
    const { workspaceId, survivorId, mergedId } = row;
    const pair = [survivorId, mergedId].sort().join("|");
    if (kind === "merge") {
      for (const id of row.movedIdentityIds) this.owner.set(id, survivorId);
      this.into.set(mergedId, survivorId);
      if (row.byPerson) this.never.delete(pair);
      return;
    }
    for (const id of this.givenBack(row)) this.owner.set(id, mergedId);
    this.into.delete(mergedId);
    this.never.set(pair, { workspaceId, a: survivorId, b: mergedId });
  }
}

function actsOf(row: LedgerRow): LedgerAct[] {
  const at = row.at.getTime();
  const merge: LedgerAct = { kind: "merge", at, id: row.id, row };
  // Clocks of two machines may differ: what is taken back was done before.
  if (!row.undoneAt) return [merge];
  return [merge, { kind: "undo", at: Math.max(at, row.undoneAt.getTime()), id: row.undoId ?? row.id, row }];
}
