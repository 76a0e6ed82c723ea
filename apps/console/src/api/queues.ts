import type { queue, viewList } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";

export type Queue = z.infer<typeof queue>;
export type ViewCount = z.infer<typeof viewList>["data"][number];

export const listQueues = async (): Promise<Queue[]> => (await answerOf(api.GET("/api/v1/queues"))).data;

export const listViewCounts = async (): Promise<ViewCount[]> => (await answerOf(api.GET("/api/v1/views"))).data;

export type QueueInput = Pick<Queue, "name" | "businessHoursId" | "isDefault">;

export const createQueue = (input: QueueInput): Promise<Queue> => answerOf(api.POST("/api/v1/queues", { body: input, ...once(newIdempotencyKey()) }));

export const patchQueue = (id: string, input: QueueInput): Promise<Queue> =>
  answerOf(api.PATCH("/api/v1/queues/{id}", { params: { path: { id } }, body: input }));

export const deleteQueue = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/queues/{id}", { params: { path: { id } } }));
};
