import type { Draft, DraftMode, draftInput } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api } from "./client.ts";

/** One's own drafts in a conversation, at most one of each mode. */
export const listDrafts = async (conversationId: string): Promise<Draft[]> =>
  (await answerOf(api.GET("/api/v1/conversations/{id}/drafts", { params: { path: { id: conversationId } } }))).data;

/** Goes out even while the page is being left. */
export const putDraft = (conversationId: string, mode: DraftMode, body: z.infer<typeof draftInput>): Promise<Draft> =>
  answerOf(
    api.PUT("/api/v1/conversations/{id}/drafts/{mode}", { params: { path: { id: conversationId, mode } }, body, keepalive: small(body.text) }),
  );

export const deleteDraft = async (conversationId: string, mode: DraftMode): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/conversations/{id}/drafts/{mode}", { params: { path: { id: conversationId, mode } }, keepalive: true }));
};

/** A browser lets at most 64 KiB go out behind a page that is being left (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch). */
const small = (text: string): boolean => text.length < 15_000;
