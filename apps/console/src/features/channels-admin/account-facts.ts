import type { ChannelLogEntry } from "@onethread/core/api";

export type AccountFacts = {
  /** What the platform said last of the account's quality; null: nothing. */
  quality: string | null;
  limit: string | null;
  verifiedName: string | null;
  /** The newest word on whether the account may send, when it says no. */
  blocked: ChannelLogEntry | null;
};

const blocks: ReadonlySet<string> = new Set(["account_restricted", "account_disabled", "account_deleted", "policy_blocked"]);
const frees: ReadonlySet<string> = new Set(["account_reinstated", "policy_unblocked", "account_reconnected", "account_verified"]);

const textIn = (entry: ChannelLogEntry, ...names: string[]): string | null => {
  for (const name of names) {
    const value = entry.data[name];
    if (typeof value === "string" || typeof value === "number") return String(value);
  }
  return null;
};

/** What an account's log says of it now. `log` is the newest first. */
export function accountFacts(log: readonly ChannelLogEntry[]): AccountFacts {
  const facts: AccountFacts = { quality: null, limit: null, verifiedName: null, blocked: null };
  let judged = false;
  for (const entry of log) {
    if (entry.code === "number_flagged" || entry.code === "number_unflagged") facts.quality ??= entry.code === "number_flagged" ? "low" : "good";
    facts.limit ??= textIn(entry, "max_daily_conversations_per_business", "current_limit");
    if (entry.code === "name_approved") facts.verifiedName ??= textIn(entry, "requested_verified_name");
    if (!judged && (blocks.has(entry.code) || frees.has(entry.code))) {
      judged = true;
      if (blocks.has(entry.code)) facts.blocked = entry;
    }
  }
  return facts;
}

export type LogDetail = { name: string; value: string };

/** A log entry's data as words, without what is only for machines or said already by its code. */
export function logDetails(data: Record<string, unknown>): LogDetail[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (value === null || value === "" || typeof value === "object" || key === "event" || key === "type" || /(^|_)id$|Id$/.test(key)) return [];
    const words = key
      .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
      .replaceAll(/[._]+/g, " ")
      .toLowerCase();
    return [{ name: words.charAt(0).toUpperCase() + words.slice(1), value: String(value) }];
  });
}
