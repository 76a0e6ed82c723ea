import type { GraphFailure } from "./graph-failures.ts";

export type Wire = Record<string, unknown>;

/** What a call is answered with. `externalId` when a message was accepted. */
export type Answer = { failure: GraphFailure } | { body: unknown; externalId?: string };

export const isRecord = (value: unknown): value is Wire => typeof value === "object" && value !== null && !Array.isArray(value);

/** The text at a key, if there is one. */
export function idOf(from: unknown, key: string): string | undefined {
  const value = isRecord(from) ? from[key] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}
