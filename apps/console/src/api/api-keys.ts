import type { apiKey, apiKeyInput, newApiKey } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";

export type ApiKey = z.infer<typeof apiKey>;
export type NewApiKey = z.infer<typeof newApiKey>;

export const listApiKeys = async (): Promise<ApiKey[]> => (await answerOf(api.GET("/api/v1/api-keys"))).data;

export const createApiKey = (body: z.output<typeof apiKeyInput>): Promise<NewApiKey> =>
  answerOf(api.POST("/api/v1/api-keys", { body, ...once(newIdempotencyKey()) }));

export const revokeApiKey = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/api-keys/{id}", { params: { path: { id } } }));
};
