import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { draftKeeper } from "../composer/draft-keeper.ts";
import { takeDraft } from "../drafts/take-draft.ts";
import { itemsOf, type TimelineData } from "../timeline/merge-newest-page.ts";

/**
 * Puts a text into the reply box, behind what stands there. Answers how to take it out again, which leaves alone what
 * was written meanwhile.
 */
export function putInReply(client: QueryClient, place: { agentId: string; conversationId: string }, text: string): () => void {
  const keeper = draftKeeper({ ...place, mode: "reply" }, (where, draft) => takeDraft(client, where, draft));
  const before = keeper.get().kept.text;
  const begins = before.trim() === "";
  const after = begins ? text : `${before.trimEnd()}\n\n${text}`;
  const newest = itemsOf(client.getQueryData<TimelineData>(keys.timeline(place.conversationId))).findLast((item) => item.type === "message");
  keeper.set({ text: after, ...(begins && newest ? { sinceId: newest.id } : {}) });
  keeper.save();
  return () => {
    if (keeper.get().kept.text !== after) return;
    keeper.set({ text: before });
    keeper.save();
  };
}
