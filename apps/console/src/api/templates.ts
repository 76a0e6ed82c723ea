import type { ChannelLogEntry, MessageTemplate } from "@onethread/core/api";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import type { Page } from "./page.ts";

export const listTemplates = (channelAccountId: string): Promise<{ data: MessageTemplate[]; syncedAt: string | null }> =>
  answerOf(api.GET("/api/v1/templates", { params: { query: { channelAccountId } } }));

/** Reads the templates from the platform anew. */
export const syncTemplates = (channelAccountId: string): Promise<unknown> =>
  answerOf(api.POST("/api/v1/channel-accounts/{id}/templates/sync", { params: { path: { id: channelAccountId } }, ...once(newIdempotencyKey()) }));

/** What the platform said about an account, the newest first. */
export const listChannelLog = (channelAccountId: string, cursor?: string): Promise<Page<ChannelLogEntry>> =>
  answerOf(
    api.GET("/api/v1/channel-accounts/{id}/log", {
      params: { path: { id: channelAccountId }, query: { limit: 50, ...(cursor ? { cursor } : {}) } },
    }),
  );
