import type { Present } from "@onethread/core/api";

/** What the live stream says: kinds and ids, never text. Of presence it says all there is: who, and what they do. */
export type News = { kind: string; ids: string[]; conversationId?: string; people?: Present[] };

export type LiveSignal = { type: "changed"; news: News } | { type: "resync" } | { type: "state"; up: boolean };

/** Reads one event's data; null when it is not news. */
export function parseNews(data: string): News | null {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== "object" || value === null) return null;
    const { kind, ids, conversationId, people } = value as Record<string, unknown>;
    if (typeof kind !== "string") return null;
    return {
      kind,
      ids: Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string") : [],
      ...(typeof conversationId === "string" ? { conversationId } : {}),
      ...(Array.isArray(people) ? { people: people as Present[] } : {}),
    };
  } catch {
    return null;
  }
}
