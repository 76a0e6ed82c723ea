import { fail, ok, type Result } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { readWaitsForUs } from "@onethread/db/read";
import type { Context } from "../context.ts";
import { updateConversation } from "../update-conversation.ts";
import { placeOfVisitor } from "./read-as-visitor.ts";
import type { Visitor } from "./visitor.ts";

/**
 * A visitor has what they came for: their conversation is done, as if an agent had said so. Done already is done. What has
 * not been answered stays open (`newer_message`): a question would be lost by it.
 */
export async function endAsVisitor(context: Context, visitor: Visitor): Promise<Result<null>> {
  const place = visitor.session?.wroteAt ? await placeOfVisitor(context, visitor) : null;
  if (!place) return fail("not_found", "This visitor has no thread yet.");
  const waits = await forWorkspace(context.database, visitor.widget.workspaceId, (tx) =>
    readWaitsForUs(tx, visitor.widget.workspaceId, place.conversationId),
  );
  if (waits) return fail("newer_message", "What was written last has not been answered.");
  const system = { kind: "system" as const, workspaceId: visitor.widget.workspaceId };
  const ended = await updateConversation(context, system, place.conversationId, { status: "done" });
  return ended.ok ? ok(null) : ended;
}
