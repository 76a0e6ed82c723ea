import type { Schemas } from "@onethread/api-client";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import type { Page } from "./page.ts";

export type WebhookEvent = Schemas["WebhookEvent"];
export type WebhookEventState = WebhookEvent["state"];

type Filter = { state?: WebhookEventState; channelAccountId?: string; limit?: number };

export const listWebhookEvents = ({ limit = 50, ...filter }: Filter, cursor?: string): Promise<Page<WebhookEvent>> => {
  const query = { limit, ...filter, ...(cursor ? { cursor } : {}) };
  return answerOf(api.GET("/api/v1/webhook-events", { params: { query } }));
};

export const getWebhookEvent = (id: string): Promise<WebhookEvent> => answerOf(api.GET("/api/v1/webhook-events/{id}", { params: { path: { id } } }));

export const replayWebhookEvent = (id: string): Promise<unknown> =>
  answerOf(api.POST("/api/v1/webhook-events/{id}/replay", { params: { path: { id } }, ...once(newIdempotencyKey()) }));

/** The webhook that brought an item of a timeline; null when there is none. */
export const findWebhookOfItem = async (itemId: string): Promise<WebhookEvent | null> => {
  const { data } = await answerOf(api.GET("/api/v1/webhook-events", { params: { query: { itemId, limit: 1 } } }));
  return data[0] ?? null;
};

/** An item as its platform sent it; null when it came from no webhook. */
export async function findRawItem(itemId: string, externalId: string): Promise<{ raw: unknown } | null> {
  const event = await findWebhookOfItem(itemId);
  const items = event?.items ?? [];
  const needle = JSON.stringify(externalId);
  const found = items.find((item) => JSON.stringify(item.raw)?.includes(needle)) ?? (items.length === 1 ? items[0] : undefined);
  return found ? { raw: found.raw } : null;
}
