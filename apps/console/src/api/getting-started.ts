import type { GettingStarted } from "@onethread/core/api";
import { answerOf, api } from "./client.ts";

/** Which of the first steps have been taken. */
export const getGettingStarted = (signal?: AbortSignal): Promise<GettingStarted> =>
  answerOf(api.GET("/api/v1/getting-started", signal ? { signal } : {}));

/** A customer who is not real writes. */
export const practise = async (text: string): Promise<void> => {
  await answerOf(api.POST("/api/v1/practice-messages", { body: { text } }));
};
