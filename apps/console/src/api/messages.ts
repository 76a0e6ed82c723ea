import type { MessageDetail, sendInput, TimelineItem } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import type { Page } from "./page.ts";
import { sendable } from "./sendable.ts";

export type SendInput = z.infer<typeof sendInput>;

type Where = { before?: string; after?: string; around?: string; at?: string; unread?: number; limit?: number };
type Filter = { kinds?: string; channels?: string; case?: string; pinned?: "true" };

/** One page of the timeline in ascending order: the newest, the one before or after a cursor, or the one around an item, a time or the first unread. */
export const getTimeline = (conversationId: string, where: Where & Filter = {}, signal?: AbortSignal): Promise<Page<TimelineItem>> =>
  answerOf(
    api.GET("/api/v1/conversations/{id}/timeline", {
      params: { path: { id: conversationId }, query: { limit: 50, ...where } },
      ...(signal ? { signal } : {}),
    }),
  );

export const getMessage = (id: string): Promise<MessageDetail> => answerOf(api.GET("/api/v1/messages/{id}", { params: { path: { id } } }));

/** A message, a note or an event, as its timeline shows it. */
export const getItem = (id: string): Promise<TimelineItem> => answerOf(api.GET("/api/v1/items/{id}", { params: { path: { id } } }));

/** The key is the message's own id: trying again with the same id can never send twice. */
export const sendMessage = (conversationId: string, input: SendInput & { id: string }): Promise<TimelineItem> =>
  answerOf(
    api.POST("/api/v1/conversations/{id}/messages", {
      params: { path: { id: conversationId } },
      body: sendable(input),
      // What is small goes out even while the page is being left.
      keepalive: JSON.stringify(input).length < 15_000,
      ...once(input.id),
    }),
  );

/** `mentions`: agents' ids. */
export const addNote = (conversationId: string, note: { text: string; mentions?: string[] }, idempotencyKey: string): Promise<TimelineItem> =>
  answerOf(api.POST("/api/v1/conversations/{id}/notes", { params: { path: { id: conversationId } }, body: note, ...once(idempotencyKey) }));

export const retryMessage = (id: string): Promise<TimelineItem> =>
  answerOf(api.POST("/api/v1/messages/{id}/retry", { params: { path: { id } }, ...once(newIdempotencyKey()) }));

/** Puts an item to the top of its conversation, or takes it from there. */
export const pinItem = (id: string, pinned: boolean): Promise<TimelineItem> => {
  const params = { path: { id } };
  return answerOf(pinned ? api.POST("/api/v1/items/{id}/pin", { params }) : api.DELETE("/api/v1/items/{id}/pin", { params }));
};

/** Our reaction to a message; null takes it back. */
export const reactTo = (id: string, emoji: string | null): Promise<TimelineItem> =>
  answerOf(api.POST("/api/v1/messages/{id}/reactions", { params: { path: { id } }, body: { emoji }, ...once(newIdempotencyKey()) }));
