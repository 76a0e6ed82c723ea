import type { MacroAction } from "@onethread/core";
import type { Conversation, MacroRun, macro } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";

export type Macro = z.infer<typeof macro>;
export type MacroInput = { name: string; actions: MacroAction[] };

export const listMacros = async (): Promise<Macro[]> => (await answerOf(api.GET("/api/v1/macros"))).data;

export const createMacro = (input: MacroInput & { own: boolean }): Promise<Macro> =>
  answerOf(api.POST("/api/v1/macros", { body: input, ...once(newIdempotencyKey()) }));

export const patchMacro = (id: string, patch: MacroInput): Promise<Macro> =>
  answerOf(api.PATCH("/api/v1/macros/{id}", { params: { path: { id } }, body: patch }));

export const deleteMacro = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/macros/{id}", { params: { path: { id } } }));
};

type RunInput = { conversationId: string; skip: number[]; lastSeenItemId?: string };

/** Trying again with the same key can never run it twice. */
export const runMacro = (id: string, input: RunInput, idempotencyKey: string): Promise<MacroRun> =>
  answerOf(api.POST("/api/v1/macros/{id}/run", { params: { path: { id } }, body: input, ...once(idempotencyKey) }));

export const undoMacroRun = (id: string): Promise<Conversation> =>
  answerOf(api.POST("/api/v1/macro-runs/{id}/undo", { params: { path: { id } }, ...once(newIdempotencyKey()) }));
