import type { MessageDetail, TimelineItem, sendInput } from "@onethread/core/api";
import type { z } from "zod";
import { newIdempotencyKey } from "./new-id.ts";
import type { Page } from "./page.ts";
import { request } from "./request.ts";

export type SendInput = z.infer<typeof sendInput>;

/** One page of the timeline in ascending order: the newest, or the one before a cursor. */
export const getTimeline = (conversationId: string, before?: string, signal?: AbortSignal): Promise<Page<TimelineItem>> =>
  request("GET", `/api/v1/conversations/${conversationId}/timeline`, {
    query: { before, limit: 50 },
    ...(signal ? { signal } : {}),
  });

export const getMessage = (id: string): Promise<MessageDetail> => request("GET", `/api/v1/messages/${id}`);

/** The key is the message's own id: trying again with the same id can never send twice. */
export const sendMessage = (conversationId: string, input: SendInput & { id: string }): Promise<TimelineItem> =>
  request("POST", `/api/v1/conversations/${conversationId}/messages`, { body: input, idempotencyKey: input.id });

export const addNote = (conversationId: string, text: string, idempotencyKey: string): Promise<TimelineItem> =>
  request("POST", `/api/v1/conversations/${conversationId}/notes`, { body: { text }, idempotencyKey });

export const retryMessage = (id: string): Promise<TimelineItem> =>
  request("POST", `/api/v1/messages/${id}/retry`, { idempotencyKey: newIdempotencyKey() });
