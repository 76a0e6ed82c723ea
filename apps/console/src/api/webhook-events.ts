import type { Schemas } from "@onethread/api-client";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import type { Page } from "./page.ts";

export type WebhookEvent = Schemas["WebhookEvent"];
export type WebhookEventState = WebhookEvent["state"];

export const listWebhookEvents = (state: WebhookEventState | undefined, cursor?: string): Promise<Page<WebhookEvent>> => {
  const query = { limit: 50, ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) };
  return answerOf(api.GET("/api/v1/webhook-events", { params: { query } }));
};

export const getWebhookEvent = (id: string): Promise<WebhookEvent> => answerOf(api.GET("/api/v1/webhook-events/{id}", { params: { path: { id } } }));

export const replayWebhookEvent = (id: string): Promise<unknown> =>
  answerOf(api.POST("/api/v1/webhook-events/{id}/replay", { params: { path: { id } }, ...once(newIdempotencyKey()) }));
