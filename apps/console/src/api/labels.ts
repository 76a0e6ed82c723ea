import type { label, queue } from "@onethread/core/api";
import type { z } from "zod";
import { newIdempotencyKey } from "./new-id.ts";
import { request } from "./request.ts";

export type Label = z.infer<typeof label>;
export type Queue = z.infer<typeof queue>;
export type LabelInput = { name: string; color: string };

export const listLabels = async (): Promise<Label[]> => (await request<{ data: Label[] }>("GET", "/api/v1/labels")).data;

export const createLabel = (input: LabelInput): Promise<Label> =>
  request("POST", "/api/v1/labels", { body: input, idempotencyKey: newIdempotencyKey() });

export const patchLabel = (id: string, patch: Partial<LabelInput>): Promise<Label> =>
  request("PATCH", `/api/v1/labels/${id}`, { body: patch });

export const deleteLabel = (id: string): Promise<void> => request("DELETE", `/api/v1/labels/${id}`);

export const listQueues = async (): Promise<Queue[]> => (await request<{ data: Queue[] }>("GET", "/api/v1/queues")).data;
