import type { label } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";

export type Label = z.infer<typeof label>;
export type LabelInput = { name: string; color: string };

export const listLabels = async (): Promise<Label[]> => (await answerOf(api.GET("/api/v1/labels"))).data;

export const createLabel = (input: LabelInput): Promise<Label> => answerOf(api.POST("/api/v1/labels", { body: input, ...once(newIdempotencyKey()) }));

export const patchLabel = (id: string, patch: LabelInput): Promise<Label> =>
  answerOf(api.PATCH("/api/v1/labels/{id}", { params: { path: { id } }, body: patch }));

export const deleteLabel = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/labels/{id}", { params: { path: { id } } }));
};
