import type { QueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { keys } from "../../api/keys.ts";
import { addNote, sendMessage } from "../../api/messages.ts";
import { placeItem, type TimelineData } from "../timeline/merge-newest-page.ts";
import { type OutboxEntry, outbox } from "./outbox.ts";

/**
 * Sends one entry of the outbox. Answers the refusal when the server says no for good: the words then belong back in
 * the composer. Anything else that goes wrong stays in the timeline with Retry, which sends the very same request.
 */
export async function submitEntry(client: QueryClient, entry: OutboxEntry): Promise<ApiError | null> {
  outbox.put(entry);
  const { conversationId } = entry.item;
  try {
    const item =
      entry.intent.kind === "reply"
        ? await sendMessage(conversationId, entry.intent.input)
        : await addNote(conversationId, entry.intent.text, entry.intent.key);
    client.setQueryData<TimelineData>(keys.timeline(conversationId), (old) => old && placeItem(old, item));
    outbox.remove(entry);
    return null;
  } catch (cause) {
    const error = cause instanceof ApiError ? cause : new ApiError({ status: 0, code: "internal_error", message: String(cause) });
    if (error.refused) {
      outbox.remove(entry);
      return error;
    }
    outbox.put({ ...entry, error });
    return null;
  }
}
