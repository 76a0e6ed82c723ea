import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";

export const seeMentions = async (conversationId: string, upToId: string): Promise<void> => {
  const call = api.POST("/api/v1/conversations/{id}/mentions/seen", {
    params: { path: { id: conversationId } },
    body: { upToId },
    ...once(newIdempotencyKey()),
  });
  await answerOf(call);
};
