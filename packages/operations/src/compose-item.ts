import type { Actor, EventName } from "@onethread/core";
import { newId, type Tx } from "@onethread/db/client";
import { type ItemRow, writeItems } from "@onethread/db/write";
import { authorOf } from "./conversation-lock.ts";

/** A row made by the team or by ourselves: everything that a platform would have said is empty. */
export function composedRow(
  actor: Actor,
  place: { workspaceId: string; conversationId: string; caseId: string | null; at: Date; id?: string | undefined },
): ItemRow {
  const author = authorOf(actor);
  return {
    workspace_id: place.workspaceId,
    id: place.id ?? newId(),
    conversation_id: place.conversationId,
    home_conversation_id: place.conversationId,
    case_id: place.caseId,
    type: "event",
    direction: null,
    channel: null,
    channel_account_id: null,
    identity_id: null,
    external_id: null,
    // A key is software that acts for the business.
    author_type: author.type === "api_key" ? "bot" : author.type,
    author_id: author.id,
    author_name: author.name,
    occurred_at: place.at.toISOString(),
    received_at: place.at.toISOString(),
    late: false,
    content: null,
    richness: 2,
    sources: ["live"],
    waits: 0,
    reply_to_external_id: null,
    reply_to_id: null,
    referral: null,
    delivery_status: null,
    delivery_at: null,
    next_attempt_at: null,
    sent_at: null,
    human_agent: false,
  };
}

/** Puts an event on the timeline: what somebody did, before and after. */
export async function writeEvent(
  tx: Tx,
  actor: Actor,
  place: { workspaceId: string; conversationId: string; caseId: string | null; at: Date },
  event: EventName,
  data: Record<string, unknown>,
): Promise<void> {
  await writeItems(tx, [{ ...composedRow(actor, place), content: { kind: "event", text: null, event, data } }]);
}
