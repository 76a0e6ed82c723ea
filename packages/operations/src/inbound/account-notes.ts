import type { AccountNote } from "@onethread/db/write";
import type { Unit } from "./route-items.ts";

/** What a batch tells about the accounts it came in through: a sign of life, and facts to fill empty settings with. */
export function accountNotes(units: readonly Unit[]) {
  const notes = new Map<string, AccountNote>();
  for (const { account, event, receivedAt, accountFacts } of units) {
    const note = notes.get(account.id) ?? { workspaceId: account.workspaceId, id: account.id, seenAt: receivedAt, facts: {} };
    note.facts = { ...accountFacts, ...note.facts };
    // What is written on the business' phone shows that the number is in the phone app too: the platform then allows less.
    if (event.type === "message" && event.content.sentFrom === "phone_app") note.facts = { ...note.facts, coexistence: "true" };
    if (receivedAt > note.seenAt) note.seenAt = receivedAt;
    notes.set(account.id, note);
  }
  return [...notes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
