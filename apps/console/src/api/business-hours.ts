import type { BusinessHoursRow } from "@onethread/core/api";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import { sendable } from "./sendable.ts";

export type BusinessHours = BusinessHoursRow;
export type BusinessHoursInput = Pick<BusinessHours, "name" | "timeZone" | "week" | "exceptions" | "closedUntil" | "isDefault">;

export const listBusinessHours = async (): Promise<BusinessHours[]> => (await answerOf(api.GET("/api/v1/business-hours"))).data;

export const createBusinessHours = (input: BusinessHoursInput): Promise<BusinessHours> =>
  answerOf(api.POST("/api/v1/business-hours", { body: input, ...once(newIdempotencyKey()) }));

export const patchBusinessHours = (id: string, change: Partial<BusinessHoursInput>): Promise<BusinessHours> =>
  answerOf(api.PATCH("/api/v1/business-hours/{id}", { params: { path: { id } }, body: sendable(change) }));

export const deleteBusinessHours = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/business-hours/{id}", { params: { path: { id } } }));
};
