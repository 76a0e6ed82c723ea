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

/** So many pages of the newest webhooks are searched for an item: 400 of them. */
const searchedPages = 4;

/** An item as its platform sent it; null when it is not among the newest webhooks of its account. */
export async function findRawItem(channelAccountId: string, externalId: string): Promise<{ raw: unknown } | null> {
  const needle = JSON.stringify(externalId);
  let cursor: string | undefined;
  for (let page = 0; page < searchedPages; page++) {
    const { data, page: links } = await listWebhookEvents({ channelAccountId, limit: 100 }, cursor);
    const found = data.flatMap((event) => event.items).find((item) => JSON.stringify(item.raw)?.includes(needle));
    if (found) return { raw: found.raw };
    if (!links.next) return null;
    cursor = links.next;
  }
  return null;
}
