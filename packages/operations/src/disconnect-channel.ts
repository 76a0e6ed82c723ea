import { type Actor, fail, ok, type Result } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { allow, type Context } from "./context.ts";

/** Disconnects an account: its credentials are wiped, its messages stay, its id can be connected again. `id`: UUID. */
export async function disconnectChannel(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const { rowCount } = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query(
      `UPDATE channel_accounts SET deleted_at = $3, state = 'disabled', access_token = NULL, app_secret = NULL, verify_token = NULL
       WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
      [actor.workspaceId, id, context.now()],
    ),
  );
  if (!rowCount) return fail("not_found", "There is no such channel account.");
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "channel_account", ids: [id] }]);
  return ok(null);
}
