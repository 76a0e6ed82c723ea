import type { PlatformCall } from "@onethread/core";
import { graphVersion } from "./graph-version.ts";

/** A POST of Graph: `parts` become the path, each encoded. */
export const graphPost = (host: PlatformCall["host"], parts: readonly string[], body: unknown): PlatformCall => ({
  host,
  method: "POST",
  path: graphPath(parts),
  body,
});

export const graphPath = (parts: readonly string[]): string => `/${graphVersion}/${parts.map(encodeURIComponent).join("/")}`;

/** The keys that have a value. */
export function given<T extends Record<string, unknown>>(values: T): Partial<{ [K in keyof T]: Exclude<T[K], null | undefined> }> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as Partial<{
    [K in keyof T]: Exclude<T[K], null | undefined>;
  }>;
}
