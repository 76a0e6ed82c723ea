import type { QueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { addNote, sendMessage } from "../../api/messages.ts";
import { leaveWhenSignedOut } from "../../api/query-client.ts";
import { placeInTimelines } from "../timeline/place-in-timelines.ts";
import { outbox } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

export type Outcome = { is: "sent" } | { is: "later" } | { is: "refused"; error: ApiError } | { is: "failed" };

/** Answers that come to another end by themselves. A session that is over is one: after signing in it goes on. */
const passing = new Set([0, 401, 408, 429, 502, 503, 504]);

/**
 * Sends one entry of the outbox. `later`: no answer came, and the very same request may be sent again, as often as it
 * takes. `refused`: the server says no for good, and the words belong back in the composer. `failed`: it stays in the
 * timeline with Retry.
 */
export async function submitEntry(client: QueryClient, entry: OutboxEntry): Promise<Outcome> {
  const { conversationId } = entry.item;
  outbox.put({ ...entry, phase: "sending", error: null, heldUntil: null });
  try {
    const item =
      entry.intent.kind === "reply"
        ? await sendMessage(conversationId, entry.intent.input)
        : await addNote(conversationId, noteOf(entry.intent), entry.intent.key);
    placeInTimelines(client, item);
    outbox.remove(entry);
    return { is: "sent" };
  } catch (cause) {
    const error = cause instanceof ApiError ? cause : new ApiError({ status: 0, code: "network", message: String(cause) });
    if (passing.has(error.status) || error.code === "request_running") {
      outbox.put({ ...entry, phase: "waiting", heldUntil: null });
      leaveWhenSignedOut(error);
      return { is: "later" };
    }
    if (error.refused) return { is: "refused", error };
    const { status, code, message, requestId, problem } = error;
    outbox.put({ ...entry, phase: "failed", heldUntil: null, error: { status, code, message, requestId, problem } });
    return { is: "failed" };
  }
}

/** Exactly what was meant when it was sent, also before a reload: a repetition must be the same request. */
const noteOf = ({ text, mentions }: OutboxEntry["intent"] & { kind: "note" }) => ({ text, ...(mentions ? { mentions } : {}) });
