import type { Customer, Merge, customerPatch, handOverLink, mergeSuggestion } from "@onethread/core/api";
import type { z } from "zod";
import { newIdempotencyKey } from "./new-id.ts";
import type { Page } from "./page.ts";
import { request } from "./request.ts";

export type MergeSuggestion = z.infer<typeof mergeSuggestion>;
export type HandOverLink = z.infer<typeof handOverLink>;

export const getCustomer = (id: string, signal?: AbortSignal): Promise<Customer> =>
  request("GET", `/api/v1/customers/${id}`, signal ? { signal } : {});

export const searchCustomers = async (q: string, signal?: AbortSignal): Promise<Customer[]> =>
  (
    await request<Page<Customer>>("GET", "/api/v1/customers", {
      query: { q: q || undefined, limit: 20 },
      ...(signal ? { signal } : {}),
    })
  ).data;

export const patchCustomer = (id: string, patch: z.input<typeof customerPatch>): Promise<Customer> =>
  request("PATCH", `/api/v1/customers/${id}`, { body: patch });

export const listMerges = async (customerId: string): Promise<Merge[]> =>
  (await request<{ data: Merge[] }>("GET", `/api/v1/customers/${customerId}/merges`)).data;

export const listMergeSuggestions = async (): Promise<MergeSuggestion[]> =>
  (await request<{ data: MergeSuggestion[] }>("GET", "/api/v1/merge-suggestions")).data;

/** `survivorId` stays; `other` becomes part of it. */
export const mergeCustomers = (survivorId: string, other: string, reason: string | undefined): Promise<Merge> =>
  request("POST", `/api/v1/customers/${survivorId}/merge`, {
    body: { other, ...(reason ? { reason } : {}) },
    idempotencyKey: newIdempotencyKey(),
  });

export const undoMerge = (mergeId: string): Promise<Merge> =>
  request("POST", `/api/v1/merges/${mergeId}/undo`, { idempotencyKey: newIdempotencyKey() });

export const makeHandOverLink = (customerId: string, channelAccountId: string): Promise<HandOverLink> =>
  request("POST", `/api/v1/customers/${customerId}/hand-over-links`, {
    body: { channelAccountId },
    idempotencyKey: newIdempotencyKey(),
  });
