const most = 8;
/** Each person's own: who signs in next in the same tab must not read whom somebody else talked to. */
const keyOf = (agentId: string): string => `onethread.recent.${agentId}`;

/** A conversation that was open in this tab. */
export type Recent = { id: string; name: string | null };

export function readRecent(agentId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(agentId)) ?? "[]");
    return Array.isArray(kept) ? (kept as Recent[]) : [];
  } catch {
    // Not ours, or storage is forbidden: nothing is remembered.
    return [];
  }
}

/** Remembers it as the latest. */
export function noteRecent(agentId: string, recent: Recent): void {
  try {
    const others = readRecent(agentId).filter((one) => one.id !== recent.id);
    sessionStorage.setItem(keyOf(agentId), JSON.stringify([recent, ...others].slice(0, most)));
  } catch {
    // Full or forbidden.
  }
}
