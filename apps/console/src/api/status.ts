import type { Schemas } from "@onethread/api-client";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";

export type WorkspaceStatus = Schemas["WorkspaceStatus"];
export type WebhookReplay = Schemas["WebhookReplay"];

export const getStatus = (): Promise<WorkspaceStatus> => answerOf(api.GET("/api/v1/status"));

export const replayWebhooks = (state: WebhookReplay["state"], channelAccountId: string | null): Promise<WebhookReplay> =>
  answerOf(api.POST("/api/v1/webhook-replays", { body: { state, ...(channelAccountId ? { channelAccountId } : {}) }, ...once(newIdempotencyKey()) }));

export const getReplay = (id: string): Promise<WebhookReplay> => answerOf(api.GET("/api/v1/webhook-replays/{id}", { params: { path: { id } } }));
