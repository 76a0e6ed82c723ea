import type { GettingStarted } from "@onethread/core/api";
import { answerOf, api } from "./client.ts";

/** Which of the first steps have been taken. */
export const getGettingStarted = (signal?: AbortSignal): Promise<GettingStarted> =>
  answerOf(api.GET("/api/v1/getting-started", signal ? { signal } : {}));
