import type { Actor, EventName } from "@onethread/core";
import { newId, type Tx } from "@onethread/db/client";
import { bareItem, type ItemRow, writeItems } from "@onethread/db/write";
import { authorOf } from "./conversation-lock.ts";

/** A row made by the team or by ourselves: everything that a platform would have said is empty. */
export function composedRow(
  actor: Actor,
  place: { workspaceId: string; conversationId: string; caseId: string | null; at: Date; id?: string | undefined },
): ItemRow {
  const author = authorOf(actor);
  const at = place.at.toISOString();
  return {
    ...bareItem({
      workspace_id: place.workspaceId,
      id: place.id ?? newId(),
      conversation_id: place.conversationId,
      case_id: place.caseId,
      // A key is software that acts for the business.
      author_type: author.type === "api_key" ? "bot" : author.type,
      occurred_at: at,
      received_at: at,
    }),
    author_id: author.id,
    author_name: author.name,
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
