import { type Actor, type Channel, fail, ok, type Result } from "@onethread/core";
import type { ChannelAccount } from "@onethread/core/api";
import { forIngest, forWorkspace, isUniqueViolation, newId } from "@onethread/db/client";
import { readChannelAccount } from "@onethread/db/read";
import { replayUnknownAccount } from "@onethread/db/write";
import { sealCredentials } from "./channel/seal-credentials.ts";
import { allow, type Context } from "./context.ts";

export type NewChannelAccount = {
  channel: Channel;
  /** Web chat has none: its key is made here. */
  externalId?: string | undefined;
  name: string;
  settings: Record<string, unknown>;
  credentials: { accessToken?: string | undefined; appSecret?: string | undefined; appId?: string | undefined; verifyToken?: string | undefined };
};

/** What was ignored before an account was connected is drained again if it is not older than this. Milliseconds. */
const replayed = 7 * 24 * 60 * 60 * 1000;

/** A widget's public key: it stands in every page that shows the chat. */
const makeWidgetKey = (context: Context): string => `wgt_${Buffer.from(context.randomBytes(15)).toString("hex")}`;

/** Connects an account. Answers without any call to the platform; checks run as a job. */
export async function connectChannel(context: Context, actor: Actor, input: NewChannelAccount): Promise<Result<ChannelAccount>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const id = newId();
  const own = input.channel === "webchat";
  const externalId = input.externalId ?? makeWidgetKey(context);
  const sealed = sealCredentials(context, actor.workspaceId, id, input.credentials);
  try {
    await forWorkspace(context.database, actor.workspaceId, async (tx) => {
      // Nobody else's webhook has to prove that web chat works.
      await tx.query(
        `INSERT INTO channel_accounts (workspace_id, id, channel, external_id, name, settings, access_token, app_secret, verify_token, app_id, state, first_webhook_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, CASE WHEN $11::timestamptz IS NULL THEN 'connecting' ELSE 'active' END, $11)`,
        [
          actor.workspaceId,
          id,
          input.channel,
          externalId,
          input.name,
          JSON.stringify(input.settings),
          sealed.accessToken,
          sealed.appSecret,
          sealed.verifyToken,
          input.credentials.appId ?? null,
          own ? context.now() : null,
        ],
      );
      if (own) await tx.query("INSERT INTO widgets (workspace_id, channel_account_id) VALUES ($1, $2)", [actor.workspaceId, id]);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return fail("channel_account_taken", "This account is connected to a workspace already.", {
      errors: [{ pointer: "/externalId", detail: "is connected already" }],
    });
  }
  const now = context.now();
  await forIngest(context.database, (tx) => replayUnknownAccount(tx, externalId, new Date(now.getTime() - replayed), now));
  await context.jobs.enqueue("webhooks.drain", {});
  await context.jobs.enqueue("channel.check", { workspaceId: actor.workspaceId, channelAccountId: id });
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "channel_account", ids: [id] }]);
  const account = await readChannelAccount(context.database, actor, id, context.meta.simulated);
  return account.ok ? ok(account.value) : account;
}
