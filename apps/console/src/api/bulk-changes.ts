import type { BulkChange, bulkChangeInput } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { conditionOnTheWire } from "./condition-on-the-wire.ts";
import type { ConversationSet } from "./conversations.ts";
import { newIdempotencyKey } from "./new-id.ts";
import { sendable } from "./sendable.ts";

export type { BulkChange } from "@onethread/core/api";
export type ManyConversations = { ids: string[] } | { matching: ConversationSet };
export type ManyChange = z.input<typeof bulkChangeInput>["change"];

export const startBulkChange = (which: ManyConversations, change: ManyChange): Promise<BulkChange> => {
  const body = sendable({ conversations: "ids" in which ? which : { matching: setOnTheWire(which.matching) }, change });
  return answerOf(api.POST("/api/v1/bulk-changes", { body, ...once(newIdempotencyKey()) }));
};

const setOnTheWire = ({ filter, ...set }: ConversationSet) => ({ ...set, ...(filter ? { filter: conditionOnTheWire(filter) } : {}) });

export const getBulkChange = (id: string, signal?: AbortSignal): Promise<BulkChange> =>
  answerOf(api.GET("/api/v1/bulk-changes/{id}", { params: { path: { id } }, ...(signal ? { signal } : {}) }));

export const undoBulkChange = (id: string): Promise<BulkChange> =>
  answerOf(api.POST("/api/v1/bulk-changes/{id}/undo", { params: { path: { id } }, ...once(newIdempotencyKey()) }));
