import type { Channel } from "@onethread/core";
import type { Conversation, Door, conversationPatch, conversationViews } from "@onethread/core/api";
import type { z } from "zod";
import { newIdempotencyKey } from "./new-id.ts";
import type { Page } from "./page.ts";
import { request } from "./request.ts";

export type View = (typeof conversationViews)[number];
export type ConversationFilter = { view: View; q?: string; channel?: Channel; queueId?: string };
export type ConversationPatch = z.input<typeof conversationPatch>;

export const listConversations = (filter: ConversationFilter, cursor?: string, signal?: AbortSignal): Promise<Page<Conversation>> =>
  request("GET", "/api/v1/conversations", { query: { ...filter, cursor, limit: 50 }, ...(signal ? { signal } : {}) });

export const getConversation = (id: string, signal?: AbortSignal): Promise<Conversation> =>
  request("GET", `/api/v1/conversations/${id}`, signal ? { signal } : {});

export const patchConversation = (id: string, patch: ConversationPatch): Promise<Conversation> =>
  request("PATCH", `/api/v1/conversations/${id}`, { body: patch });

export const markRead = (id: string, upToId: string): Promise<unknown> =>
  request("POST", `/api/v1/conversations/${id}/read`, { body: { upToId }, idempotencyKey: newIdempotencyKey() });

export const listDoors = async (conversationId: string, signal?: AbortSignal): Promise<Door[]> =>
  (await request<{ data: Door[] }>("GET", `/api/v1/conversations/${conversationId}/sendability`, signal ? { signal } : {})).data;
