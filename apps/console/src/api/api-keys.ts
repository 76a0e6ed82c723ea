import type { Scope } from "@onethread/core";
import type { apiKey, newApiKey } from "@onethread/core/api";
import type { z } from "zod";
import { newIdempotencyKey } from "./new-id.ts";
import { request } from "./request.ts";

export type ApiKey = z.infer<typeof apiKey>;
export type NewApiKey = z.infer<typeof newApiKey>;

export const listApiKeys = async (): Promise<ApiKey[]> => (await request<{ data: ApiKey[] }>("GET", "/api/v1/api-keys")).data;

export const createApiKey = (name: string, scopes: Scope[]): Promise<NewApiKey> =>
  request("POST", "/api/v1/api-keys", { body: { name, scopes }, idempotencyKey: newIdempotencyKey() });

export const revokeApiKey = (id: string): Promise<void> => request("DELETE", `/api/v1/api-keys/${id}`);
