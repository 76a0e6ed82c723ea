import type { webhookEvent, webhookEventStates } from "@onethread/core/api";
import type { z } from "zod";
import { newIdempotencyKey } from "./new-id.ts";
import type { Page } from "./page.ts";
import { request } from "./request.ts";

export type WebhookEvent = z.infer<typeof webhookEvent>;
export type WebhookEventState = (typeof webhookEventStates)[number];

const path = "/api/v1/webhook-events";

export const listWebhookEvents = (state: WebhookEventState | undefined, cursor?: string): Promise<Page<WebhookEvent>> =>
  request("GET", path, { query: { state, cursor, limit: 50 } });

export const getWebhookEvent = (id: string): Promise<WebhookEvent> => request("GET", `${path}/${id}`);

export const replayWebhookEvent = (id: string): Promise<WebhookEvent> =>
  request("POST", `${path}/${id}/replay`, { idempotencyKey: newIdempotencyKey() });
