import type { SearchAnswer, SearchKind } from "@onethread/core/api";
import { answerOf, api } from "./client.ts";

/** `q` has two characters or more. */
export const searchFor = (
  q: string,
  kinds: readonly SearchKind[],
  more: { limit?: number; cursor?: string } = {},
  signal?: AbortSignal,
): Promise<SearchAnswer> =>
  answerOf(api.GET("/api/v1/search", { params: { query: { q, kinds: kinds.join(","), ...more } }, ...(signal ? { signal } : {}) }));
