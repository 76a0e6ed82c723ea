import { type Actor, fail, ok, type Result, storable, toTypeId } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { forWorkspace, newId } from "@onethread/db/client";
import { readItem } from "@onethread/db/read";
import { refreshConversations, writeItems } from "@onethread/db/write";
import { allow, type Context, settled } from "./context.ts";
import { composedRow } from "./conversation/compose-item.ts";
import { lockConversation } from "./conversation/conversation-lock.ts";

/** Writes a note that only the team sees. `mentions`: agents' UUIDs. */
export async function writeNote(
  context: Context,
  actor: Actor,
  conversationId: string,
  note: { text: string; mentions?: string[] | undefined },
): Promise<Result<TimelineItem>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const id = newId();
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      const { caseId } = await lockConversation(tx, actor.workspaceId, conversationId);
      const place = { workspaceId: actor.workspaceId, conversationId, caseId, at: context.now(), id };
      const mentions = (note.mentions ?? []).map((agent) => toTypeId("agent", agent));
      await writeItems(tx, [
        { ...composedRow(actor, place), type: "note", content: { kind: "note", text: storable(note.text), data: { mentions } } },
      ]);
      const touch = { workspace_id: actor.workspaceId, id: conversationId, unread: 0, channels: [], opens: false, case_id: null };
      await refreshConversations(tx, [touch], null);
    }),
  );
  if (!done.ok) return done;
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "note", ids: [id], conversationId }]);
  const item = await readItem(context.database, actor, id);
  return item ? ok(item) : fail("not_found", "The note is gone.");
}
