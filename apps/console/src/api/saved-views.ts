import type { SavedView } from "@onethread/core/api";
import { answerOf, api, once } from "./client.ts";
import { conditionOnTheWire } from "./condition-on-the-wire.ts";
import { newIdempotencyKey } from "./new-id.ts";
import { sendable } from "./sendable.ts";

export type { SavedView } from "@onethread/core/api";
export type SavedViewInput = Pick<SavedView, "name" | "filter" | "sort" | "own">;

export const listSavedViews = async (): Promise<SavedView[]> => (await answerOf(api.GET("/api/v1/saved-views"))).data as SavedView[];

export const createSavedView = async (input: SavedViewInput): Promise<SavedView> =>
  (await answerOf(
    api.POST("/api/v1/saved-views", { body: sendable({ ...input, filter: conditionOnTheWire(input.filter) }), ...once(newIdempotencyKey()) }),
  )) as SavedView;

export const patchSavedView = async (id: string, { filter, ...rest }: Partial<SavedViewInput & { position: number }>): Promise<SavedView> => {
  const body = sendable({ ...rest, ...(filter ? { filter: conditionOnTheWire(filter) } : {}) });
  return (await answerOf(api.PATCH("/api/v1/saved-views/{id}", { params: { path: { id } }, body }))) as SavedView;
};

export const deleteSavedView = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/saved-views/{id}", { params: { path: { id } } }));
};
