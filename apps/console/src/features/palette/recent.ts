const key = "onethread.recent";
const most = 8;

/** A conversation that was open in this tab. */
export type Recent = { id: string; name: string | null };

export function readRecent(): Recent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? (kept as Recent[]) : [];
  } catch {
    // Not ours, or storage is forbidden: nothing is remembered.
    return [];
  }
}

/** Remembers it as the latest. */
export function noteRecent(recent: Recent): void {
  try {
    sessionStorage.setItem(key, JSON.stringify([recent, ...readRecent().filter((one) => one.id !== recent.id)].slice(0, most)));
  } catch {
    // Full or forbidden.
  }
}
