import type { Notice } from "@onethread/core/api";
import { answerOf, api } from "./client.ts";

/** So many conversations are asked about at once. */
export const noticesAtOnce = 50;

/** What happened in these conversations a moment ago that concerns the signed-in agent. */
export const listNotices = async (conversationIds: readonly string[]): Promise<Notice[]> =>
  (await answerOf(api.GET("/api/v1/me/notices", { params: { query: { conversations: conversationIds.join(",") } } }))).data;
