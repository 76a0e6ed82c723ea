import type { Customer, customerPatch, handOverLink, Merge, mergeSuggestion } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import { sendable } from "./sendable.ts";

export type MergeSuggestion = z.infer<typeof mergeSuggestion>;
export type HandOverLink = z.infer<typeof handOverLink>;

export const getCustomer = (id: string, signal?: AbortSignal): Promise<Customer> =>
  answerOf(api.GET("/api/v1/customers/{id}", { params: { path: { id } }, ...(signal ? { signal } : {}) }));

export const searchCustomers = async (q: string, signal?: AbortSignal): Promise<Customer[]> => {
  const query = { limit: 20, ...(q ? { q } : {}) };
  return (await answerOf(api.GET("/api/v1/customers", { params: { query }, ...(signal ? { signal } : {}) }))).data;
};

export const patchCustomer = (id: string, patch: z.input<typeof customerPatch>): Promise<Customer> =>
  answerOf(api.PATCH("/api/v1/customers/{id}", { params: { path: { id } }, body: sendable(patch) }));

export const listMerges = async (customerId: string): Promise<Merge[]> =>
  (await answerOf(api.GET("/api/v1/customers/{id}/merges", { params: { path: { id: customerId } } }))).data;

export const listMergeSuggestions = async (): Promise<MergeSuggestion[]> => (await answerOf(api.GET("/api/v1/merge-suggestions"))).data;

export type MergeInput = { other: string; reason?: string; name?: "own" | "other"; otherAttributes?: string[] };

/** `survivorId` stays; the other becomes part of it. */
export const mergeCustomers = (survivorId: string, body: MergeInput): Promise<Merge> =>
  answerOf(api.POST("/api/v1/customers/{id}/merge", { params: { path: { id: survivorId } }, body, ...once(newIdempotencyKey()) }));

export const undoMerge = (mergeId: string): Promise<Merge> =>
  answerOf(api.POST("/api/v1/merges/{id}/undo", { params: { path: { id: mergeId } }, ...once(newIdempotencyKey()) }));

export const makeHandOverLink = (customerId: string, channelAccountId: string): Promise<HandOverLink> =>
  answerOf(
    api.POST("/api/v1/customers/{id}/hand-over-links", {
      params: { path: { id: customerId } },
      body: { channelAccountId },
      ...once(newIdempotencyKey()),
    }),
  );
