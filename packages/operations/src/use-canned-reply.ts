import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { Attachment } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { allow, type Context } from "./context.ts";
import { copyFile, type FileToCopy } from "./media/copy-file.ts";

/**
 * Begins a reply with it: counts the use, so that what is used most comes first where one is chosen, and copies its files
 * as uploads of whoever sends them. `id`: UUID. Where a file can't be read, none is copied: `attachment_not_ready`.
 */
export async function useCannedReply(context: Context, actor: Actor, id: string): Promise<Result<{ attachments: Attachment[] }>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const { workspaceId } = actor;
  const files = await forWorkspace(context.database, workspaceId, async (tx) => {
    const { rows } = await tx.query<{ attachmentIds: string[] }>(
      `UPDATE canned_replies SET uses = uses + 1, used_at = $3
       WHERE workspace_id = $1 AND id = $2 AND (agent_id IS NULL OR agent_id = $4) RETURNING attachment_ids AS "attachmentIds"`,
      [workspaceId, id, context.now(), actor.kind === "agent" ? actor.agentId : null],
    );
    if (!rows[0]) return null;
    const found = await tx.query<FileToCopy>(
      `SELECT kind, mime, name, bytes, sha256, storage_key AS "storageKey" FROM attachments
       WHERE workspace_id = $1 AND id = ANY($2::uuid[]) AND state = 'ready' ORDER BY array_position($2::uuid[], id)`,
      [workspaceId, rows[0].attachmentIds],
    );
    return found.rows;
  });
  if (!files) return fail("not_found", "There is no such canned reply.");
  const attachments: Attachment[] = [];
  for (const file of files) {
    const copy = await copyFile(context, actor, file);
    if (!copy) return fail("attachment_not_ready", "A file of this canned reply is not here.");
    attachments.push(copy);
  }
  return ok({ attachments });
}
