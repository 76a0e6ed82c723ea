import type { ScheduledMessage, scheduleInput, TimelineItem } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import { sendable } from "./sendable.ts";

export const listScheduled = async (conversationId: string, signal?: AbortSignal): Promise<ScheduledMessage[]> => {
  const call = api.GET("/api/v1/conversations/{id}/scheduled-messages", { params: { path: { id: conversationId } }, ...(signal ? { signal } : {}) });
  return (await answerOf(call)).data;
};

/** The key is the message's own id: scheduling it twice by accident is one message. */
export const scheduleMessage = (conversationId: string, input: z.infer<typeof scheduleInput> & { id: string }): Promise<ScheduledMessage> =>
  answerOf(
    api.POST("/api/v1/conversations/{id}/scheduled-messages", {
      params: { path: { id: conversationId } },
      body: sendable(input),
      ...once(input.id),
    }),
  );

export const rescheduleMessage = (id: string, scheduledFor: string): Promise<ScheduledMessage> =>
  answerOf(api.PATCH("/api/v1/scheduled-messages/{id}", { params: { path: { id } }, body: { scheduledFor } }));

export const cancelScheduled = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/scheduled-messages/{id}", { params: { path: { id } } }));
};

export const sendScheduledNow = (id: string): Promise<TimelineItem> =>
  answerOf(api.POST("/api/v1/scheduled-messages/{id}/send", { params: { path: { id } }, ...once(newIdempotencyKey()) }));
