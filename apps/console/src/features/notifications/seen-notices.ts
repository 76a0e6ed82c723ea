import type { Notice } from "@onethread/core/api";

const key = "onethread.notices";
const most = 300;

const readSeen = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    // Not ours, or storage is forbidden.
    return [];
  }
};

let inThisTab: readonly string[] = [];

/** Those that no tab of this browser has told yet, which are told from now on; of one conversation and event the latest. */
export function takeUnseen(notices: readonly Notice[]): Notice[] {
  const seen = [...new Set([...inThisTab, ...readSeen()])];
  const fresh = notices.filter(({ id }) => !seen.includes(id));
  if (fresh.length === 0) return [];
  inThisTab = [...seen, ...fresh.map(({ id }) => id)].slice(-most);
  try {
    localStorage.setItem(key, JSON.stringify(inThisTab));
  } catch {
    // Full or forbidden: this tab knows.
  }
  return [...new Map(fresh.map((notice) => [`${notice.event} ${notice.conversationId}`, notice])).values()];
}
