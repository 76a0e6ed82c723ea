import type { Presence, presenceInput } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api } from "./client.ts";

export const listPresence = async (signal?: AbortSignal): Promise<Presence[]> =>
  (await answerOf(api.GET("/api/v1/presence", signal ? { signal } : {}))).data;

/** Goes out even while the page is being left. */
export const sayPresence = (conversationId: string, body: z.infer<typeof presenceInput>): Promise<unknown> =>
  answerOf(api.POST("/api/v1/conversations/{id}/presence", { params: { path: { id: conversationId } }, body, keepalive: true }));
