import type { AgentSettings } from "@onethread/core/api";
import { answerOf, api } from "./client.ts";
import { sendable } from "./sendable.ts";

export const getOwnSettings = (signal?: AbortSignal): Promise<AgentSettings> => answerOf(api.GET("/api/v1/me/settings", signal ? { signal } : {}));

export const patchOwnSettings = (patch: Partial<AgentSettings>): Promise<AgentSettings> =>
  answerOf(api.PATCH("/api/v1/me/settings", { body: sendable(patch) }));
