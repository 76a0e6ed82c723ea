import { type Actor, fail, ok, type Result, storable } from "@onethread/core";
import type { Draft, DraftMode } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { draftsOf } from "@onethread/db/read";
import { dropDraft, putDraft } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { findConversation } from "./conversation/find-conversation.ts";

type Place = { conversationId: string; mode: DraftMode };
type Content = { text: string; attachmentIds: readonly string[]; replyToId: string | null };

/**
 * Keeps what an agent has written and not sent, instead of the version it was made from (null: none). Refuses with
 * `draft_changed` when another device has written another one meanwhile; a deleted one is simply written again. UUIDs.
 */
export async function saveDraft(context: Context, actor: Actor, place: Place, content: Content, madeFrom: number | null): Promise<Result<Draft>> {
  const agentId = whose(actor);
  if (!agentId.ok) return agentId;
  const key = { workspaceId: actor.workspaceId, agentId: agentId.value, ...place };
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      await findConversation(tx, actor.workspaceId, place.conversationId);
      const put = await putDraft(tx, key, { ...content, text: storable(content.text) }, madeFrom);
      if (!put) refuse("draft_changed", "Another device has written another draft meanwhile.");
      const draft = (await draftsOf(tx, actor, place.conversationId)).find(({ mode }) => mode === place.mode);
      return draft ?? refuse("not_found", "There is no such draft.");
    }),
  );
  if (done.ok) await tell(context, key);
  return done;
}

/** Sent, or thrown away. To delete what is not there is no mistake. */
export async function deleteDraft(context: Context, actor: Actor, place: Place): Promise<Result<null>> {
  const agentId = whose(actor);
  if (!agentId.ok) return agentId;
  const key = { workspaceId: actor.workspaceId, agentId: agentId.value, ...place };
  if (await forWorkspace(context.database, actor.workspaceId, (tx) => dropDraft(tx, key))) await tell(context, key);
  return ok(null);
}

function whose(actor: Actor): Result<string> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  return actor.kind === "agent" ? ok(actor.agentId) : fail("forbidden", "Only an agent has drafts.");
}

/** Nobody else's business: only the agent's own screens hear of it. */
const tell = (context: Context, { workspaceId, agentId, conversationId }: { workspaceId: string; agentId: string; conversationId: string }) =>
  context.realtime.publish([{ workspaceId, kind: "draft", ids: [], conversationId, agentId }]);
