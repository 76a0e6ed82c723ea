import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readItem } from "@onethread/db/read";
import { allow, type Context, settled } from "./context.ts";
import { composeNote } from "./conversation/compose-note.ts";
import { lockConversation } from "./conversation/conversation-lock.ts";

/** Writes a note that only the team sees. `mentions`: agents' UUIDs; they follow the conversation from then on, and are told. */
export async function writeNote(
  context: Context,
  actor: Actor,
  conversationId: string,
  note: { text: string; mentions?: string[] | undefined },
): Promise<Result<TimelineItem>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const { workspaceId } = actor;
  const done = await settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      const { caseId } = await lockConversation(tx, workspaceId, conversationId);
      const place = { workspaceId, conversationId, caseId, at: context.now() };
      return composeNote(tx, actor, place, { text: note.text, mentions: note.mentions ?? [] });
    }),
  );
  if (!done.ok) return done;
  await context.realtime.publish([{ workspaceId, kind: "note", ids: [done.value], conversationId }]);
  const item = await readItem(context.database, actor, done.value);
  return item ? ok(item) : fail("not_found", "The note is gone.");
}
