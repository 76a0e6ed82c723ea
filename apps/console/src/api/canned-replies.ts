import type { Attachment, CannedReply, cannedReplyImport, cannedReplyImported, cannedReplyInput } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import { sendable } from "./sendable.ts";

export type { CannedReply };

type CannedContent = Omit<z.infer<typeof cannedReplyInput>, "own">;
export type CannedImport = z.infer<typeof cannedReplyImport>;
export type CannedImported = z.infer<typeof cannedReplyImported>;

export const listCannedReplies = async (): Promise<CannedReply[]> => (await answerOf(api.GET("/api/v1/canned-replies"))).data;

export const createCannedReply = (input: CannedContent & { own: boolean }): Promise<CannedReply> =>
  answerOf(api.POST("/api/v1/canned-replies", { body: input, ...once(newIdempotencyKey()) }));

export const patchCannedReply = (id: string, patch: CannedContent): Promise<CannedReply> =>
  answerOf(api.PATCH("/api/v1/canned-replies/{id}", { params: { path: { id } }, body: patch }));

export const deleteCannedReply = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/canned-replies/{id}", { params: { path: { id } } }));
};

/** Counts that a reply was begun with it. Answers its files, copied to be sent. */
export const takeCannedReply = async (id: string): Promise<Attachment[]> =>
  (await answerOf(api.POST("/api/v1/canned-replies/{id}/uses", { params: { path: { id } }, ...once(newIdempotencyKey()) }))).attachments;

export const importCannedReplies = (input: CannedImport): Promise<CannedImported> =>
  answerOf(api.POST("/api/v1/canned-replies/import", { body: sendable(input), ...once(newIdempotencyKey()) }));
