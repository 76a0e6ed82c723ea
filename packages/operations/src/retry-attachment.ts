import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { Attachment } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readAttachment } from "@onethread/db/read";
import { retryAttachment as retryRow } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

/** Fetches a customer's file again that could not be had. */
export async function retryAttachment(context: Context, actor: Actor, id: string): Promise<Result<Attachment>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const { workspaceId } = actor;
  const again = await forWorkspace(context.database, workspaceId, (tx) => retryRow(tx, workspaceId, id, context.now()));
  const stored = await readAttachment(context.database, actor, id);
  if (!stored) return fail("not_found", "There is no such attachment.");
  if (!again) return fail("not_retryable", "There is nothing to fetch again.");
  await context.jobs.enqueue("media.fetch", {});
  const { itemId, conversationId } = stored;
  if (itemId && conversationId) await context.realtime.publish([{ workspaceId, kind: "message", ids: [itemId], conversationId }]);
  return ok(stored.attachment);
}
