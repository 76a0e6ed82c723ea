import { type Actor, ok, type Result } from "@onethread/core";
import type { Door } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readConversation, readDoors } from "@onethread/db/read";
import { allow, type Context } from "./context.ts";
import { toDoor } from "./sending/doors.ts";

/** Every door of a conversation's customer: whether, how and until when one may write through it. */
export async function listDoors(context: Context, actor: Actor, conversationId: string): Promise<Result<Door[]>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  const conversation = await readConversation(context.database, actor, conversationId);
  if (!conversation.ok) return conversation;
  const rows = await forWorkspace(context.database, actor.workspaceId, (tx) => readDoors(tx, actor.workspaceId, conversationId));
  return ok(rows.map((row, index) => toDoor(row, index === 0, context.now())));
}
