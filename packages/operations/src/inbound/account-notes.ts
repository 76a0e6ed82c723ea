import type { Unit } from "./route-items.ts";

/** What a batch tells about the accounts it came in through: a sign of life, and facts to fill empty settings with. */
export function accountNotes(units: readonly Unit[]) {
  const notes = new Map<
    string,
    { workspaceId: string; id: string; seenAt: Date; facts: { wabaId?: string | undefined; displayPhoneNumber?: string | undefined } }
  >();
  for (const { account, receivedAt, accountFacts } of units) {
    const note = notes.get(account.id) ?? { workspaceId: account.workspaceId, id: account.id, seenAt: receivedAt, facts: {} };
    note.facts = { ...accountFacts, ...note.facts };
    if (receivedAt > note.seenAt) note.seenAt = receivedAt;
    notes.set(account.id, note);
  }
  return [...notes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
