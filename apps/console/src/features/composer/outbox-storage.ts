import { newIdempotencyKey } from "../../api/new-id.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

type Stored = { tab: string; at: number; entry: OutboxEntry };

const prefix = (agentId: string) => `onethread.outbox.${agentId}.`;
const keyOf = ({ agentId, item }: OutboxEntry) => prefix(agentId) + item.id;
const lockOf = (tab: string) => `onethread-tab-${tab}`;

let ownTab: string | undefined;

/** The name of this tab. A lock that is held as long as it lives says to the others that it does. */
function thisTab(): string {
  if (ownTab !== undefined) return ownTab;
  ownTab = newIdempotencyKey();
  // Without locks (plain http on another host) whoever comes next takes over: sending twice is one message.
  navigator.locks?.request(lockOf(ownTab), () => new Promise(() => {})).catch(() => undefined);
  return ownTab;
}

/** Storage can be full or forbidden; then it waits as long as the page does. */
export function keepEntry(entry: OutboxEntry): void {
  try {
    const key = keyOf(entry);
    const known = read(localStorage.getItem(key));
    localStorage.setItem(key, JSON.stringify({ tab: thisTab(), at: known?.at ?? Date.now(), entry } satisfies Stored));
  } catch {
    // Nothing to do: it is in this page, and on its way.
  }
}

export function forgetEntry(entry: OutboxEntry): void {
  try {
    localStorage.removeItem(keyOf(entry));
  } catch {
    // It was never kept.
  }
}

/** What tabs that are gone have left, the oldest first. */
export async function keptEntries(agentId: string): Promise<OutboxEntry[]> {
  const held = await navigator.locks?.query().catch(() => null);
  const alive = new Set(held?.held?.map(({ name }) => name));
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
    return names
      .filter((name) => name.startsWith(prefix(agentId)))
      .flatMap((name) => read(localStorage.getItem(name)) ?? [])
      .filter(({ tab }) => tab !== ownTab && !alive.has(lockOf(tab)))
      .sort((a, b) => a.at - b.at)
      .map(({ entry }) => entry);
  } catch {
    return [];
  }
}

function read(json: string | null): Stored | null {
  try {
    return json === null ? null : (JSON.parse(json) as Stored);
  } catch {
    return null;
  }
}
