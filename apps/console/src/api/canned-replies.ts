import type { cannedReply } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";

export type CannedReply = z.infer<typeof cannedReply>;
export type CannedTexts = { shortcut: string; title: string; body: string };

export const listCannedReplies = async (): Promise<CannedReply[]> => (await answerOf(api.GET("/api/v1/canned-replies"))).data;

export const createCannedReply = (input: CannedTexts & { own: boolean }): Promise<CannedReply> =>
  answerOf(api.POST("/api/v1/canned-replies", { body: input, ...once(newIdempotencyKey()) }));

export const patchCannedReply = (id: string, patch: CannedTexts): Promise<CannedReply> =>
  answerOf(api.PATCH("/api/v1/canned-replies/{id}", { params: { path: { id } }, body: patch }));

export const deleteCannedReply = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/canned-replies/{id}", { params: { path: { id } } }));
};

export const noteCannedReplyUse = async (id: string): Promise<void> => {
  await answerOf(api.POST("/api/v1/canned-replies/{id}/uses", { params: { path: { id } } }));
};
