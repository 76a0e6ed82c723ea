import { type Actor, fail, type Result } from "@onethread/core";
import type { ChannelAccount } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readChannelAccount } from "@onethread/db/read";
import { sealCredentials } from "./channel/seal-credentials.ts";
import { allow, type Context } from "./context.ts";

export type ChannelAccountChange = {
  name?: string | undefined;
  settings?: Record<string, unknown> | undefined;
  credentials?:
    | { accessToken?: string | undefined; appSecret?: string | undefined; appId?: string | undefined; verifyToken?: string | undefined }
    | undefined;
  state?: "active" | "disabled" | undefined;
};

/** Changes an account; a new access token or app secret clears what was proven with the old one. `id`: UUID. */
export async function updateChannel(context: Context, actor: Actor, id: string, change: ChannelAccountChange): Promise<Result<ChannelAccount>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const sealed = sealCredentials(context, actor.workspaceId, id, change.credentials ?? {});
  const { rowCount } = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query(
      `UPDATE channel_accounts SET name = coalesce($3, name), settings = settings || $4::jsonb, access_token = coalesce($5, access_token),
         app_secret = coalesce($6, app_secret), verify_token = coalesce($7, verify_token), app_id = coalesce($8, app_id),
         last_error = CASE WHEN $5::bytea IS NULL THEN last_error END, last_error_at = CASE WHEN $5::bytea IS NULL THEN last_error_at END,
         first_webhook_at = CASE WHEN $6::bytea IS NULL THEN first_webhook_at END,
         checks = CASE WHEN $5::bytea IS NULL THEN checks ELSE '[]' END,
         state = CASE WHEN $9 = 'active' AND first_webhook_at IS NULL THEN 'connecting' WHEN $9::text IS NOT NULL THEN $9
           WHEN $6::bytea IS NOT NULL AND state = 'active' THEN 'connecting'
           WHEN $5::bytea IS NOT NULL AND state = 'degraded' THEN 'connecting' ELSE state END
       WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
      [
        actor.workspaceId,
        id,
        change.name ?? null,
        JSON.stringify(change.settings ?? {}),
        sealed.accessToken,
        sealed.appSecret,
        sealed.verifyToken,
        change.credentials?.appId ?? null,
        change.state ?? null,
      ],
    ),
  );
  if (!rowCount) return fail("not_found", "There is no such channel account.");
  await context.jobs.enqueue("channel.check", { workspaceId: actor.workspaceId, channelAccountId: id });
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "channel_account", ids: [id] }]);
  return readChannelAccount(context.database, actor, id, context.meta.simulated);
}
