import { graphVersion } from "@onethread/channels";
import type { PlatformCall } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import { findAccountToCheck, saveChecks } from "@onethread/db/write";
import { openAccessToken } from "./channel/open-access-token.ts";
import type { Context } from "./context.ts";
import { syncTemplates } from "./sync-templates.ts";

type Check = { name: string; state: "ok" | "warn" | "fail" | "unknown"; detail: string };

/** Asks the platform whether an account's token works and who it is, and fills settings that are still empty. */
export async function checkChannel(
  context: Context,
  { workspaceId, channelAccountId }: { workspaceId: string; channelAccountId: string },
): Promise<void> {
  const account = await forIngest(context.database, (tx) => findAccountToCheck(tx, workspaceId, channelAccountId));
  if (!account) return;
  const now = context.now();
  // No platform is in between that could be asked.
  if (account.channel === "webchat") return;
  if (!account.accessToken) {
    await save([{ name: "access_token", state: "fail", detail: "There is no access token: messages come in, answers can't go out." }], {}, null);
    return;
  }
  const token = openAccessToken(context, { workspaceId, channelAccountId, accessToken: account.accessToken });
  const answer = await context.callPlatform(profileCall(account), token).catch(() => null);
  if (!answer) {
    await save([{ name: "access_token", state: "unknown", detail: "The platform could not be reached." }], {}, null);
    return;
  }
  const body = (answer.body ?? {}) as { display_phone_number?: string; username?: string; error?: { code?: number; message?: string } };
  if (answer.status === 200) {
    const settings = {
      ...(body.display_phone_number ? { displayPhoneNumber: body.display_phone_number } : {}),
      ...(body.username ? { username: body.username } : {}),
    };
    await save([{ name: "access_token", state: "ok", detail: "The platform accepts the access token." }], settings, null);
    // Templates are wanted as soon as the account is there; a platform that has none says so, and that is no fault.
    await syncTemplates(context, { kind: "system", workspaceId }, channelAccountId);
    return;
  }
  const broken = body.error?.code === 190;
  const detail = body.error?.message ?? `The platform answered with status ${answer.status}.`;
  await save(
    [{ name: "access_token", state: broken ? "fail" : "warn", detail }],
    {},
    broken ? { code: "190", class: "token_broken", message: detail } : null,
  );

  async function save(
    checks: Check[],
    settings: Record<string, string>,
    error: { code: string; class: string; message: string } | null,
  ): Promise<void> {
    await forIngest(context.database, (tx) =>
      saveChecks(tx, { workspaceId, id: channelAccountId, checks, settings, error, proven: checks.every((check) => check.state === "ok"), at: now }),
    );
    await context.realtime.publish([{ workspaceId, kind: "channel_account", ids: [channelAccountId] }]);
  }
}

function profileCall(account: { channel: string; externalId: string; flavour: string | null }): PlatformCall {
  const fields = { whatsapp: "display_phone_number,verified_name", messenger: "name", instagram: "username,name" }[account.channel] ?? "id";
  const host = account.channel === "instagram" && account.flavour !== "page" ? "instagram" : "facebook";
  return { host, method: "GET", path: `/${graphVersion}/${account.externalId}?fields=${fields}` };
}
