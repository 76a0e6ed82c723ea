import type { Channel, ConversationCondition } from "@onethread/core";
import type {
  Case,
  Conversation,
  ConversationFile,
  ConversationSort,
  conversationPatch,
  conversationViews,
  Door,
  started,
  startInput,
} from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import type { Page } from "./page.ts";
import { sendable } from "./sendable.ts";

type View = (typeof conversationViews)[number];
/** What a list holds. Without a view: of every status. */
export type ConversationSet = { view?: View; q?: string; channel?: Channel; queueId?: string; filter?: ConversationCondition };
export type ConversationFilter = ConversationSet & { sort?: ConversationSort };
export type ConversationPatch = z.input<typeof conversationPatch>;

/** Who goes further gets more at once: a list of thousands is gone through with half as many questions. */
const pageSize = { first: 50, further: 100 };

export const listConversations = (filter: ConversationFilter, cursor?: string, signal?: AbortSignal): Promise<Page<Conversation>> =>
  answerOf(
    api.GET("/api/v1/conversations", {
      params: { query: { ...inAddress(filter), limit: cursor ? pageSize.further : pageSize.first, ...(cursor ? { cursor } : {}) } },
      ...(signal ? { signal } : {}),
    }),
  );

const inAddress = <T extends ConversationSet>({ filter, ...set }: T) => ({ ...set, ...(filter ? { filter: JSON.stringify(filter) } : {}) });

/** How many there are, counted to 999. */
export const countConversations = (set: ConversationSet, signal?: AbortSignal): Promise<{ count: number; more: boolean }> =>
  answerOf(api.GET("/api/v1/conversation-count", { params: { query: inAddress(set) }, ...(signal ? { signal } : {}) }));

export const getConversation = (id: string, signal?: AbortSignal): Promise<Conversation> =>
  answerOf(api.GET("/api/v1/conversations/{id}", { params: { path: { id } }, ...(signal ? { signal } : {}) }));

export const listCases = (id: string, cursor?: string, signal?: AbortSignal): Promise<Page<Case>> =>
  answerOf(
    api.GET("/api/v1/conversations/{id}/cases", {
      params: { path: { id }, query: { limit: 20, ...(cursor ? { cursor } : {}) } },
      ...(signal ? { signal } : {}),
    }),
  );

export const listConversationFiles = (id: string, cursor?: string, signal?: AbortSignal): Promise<Page<ConversationFile>> =>
  answerOf(
    api.GET("/api/v1/conversations/{id}/files", {
      params: { path: { id }, query: { limit: 12, ...(cursor ? { cursor } : {}) } },
      ...(signal ? { signal } : {}),
    }),
  );

export const patchConversation = (id: string, patch: ConversationPatch): Promise<Conversation> =>
  answerOf(api.PATCH("/api/v1/conversations/{id}", { params: { path: { id } }, body: sendable(patch) }));

/** The signed-in agent follows it from now on, or no longer. */
export const followConversation = (id: string, follows: boolean): Promise<Conversation> => {
  const params = { path: { id } };
  return answerOf(
    follows ? api.PUT("/api/v1/conversations/{id}/followers/me", { params }) : api.DELETE("/api/v1/conversations/{id}/followers/me", { params }),
  );
};

export const markRead = (id: string, upToId: string): Promise<unknown> =>
  answerOf(api.POST("/api/v1/conversations/{id}/read", { params: { path: { id } }, body: { upToId }, ...once(newIdempotencyKey()) }));

export const listDoors = async (conversationId: string, signal?: AbortSignal): Promise<Door[]> => {
  const call = api.GET("/api/v1/conversations/{id}/sendability", { params: { path: { id: conversationId } }, ...(signal ? { signal } : {}) });
  return (await answerOf(call)).data;
};

/** Writes to somebody first. */
export const startConversation = (input: z.infer<typeof startInput>): Promise<z.infer<typeof started>> =>
  answerOf(api.POST("/api/v1/conversations", { body: sendable(input), ...once(newIdempotencyKey()) }));
