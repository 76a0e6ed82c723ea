import type { Context } from "../context.ts";

/** An account's access token, opened for one call to its platform. Throws when it was sealed elsewhere or with another key. */
export const openAccessToken = (
  context: Context,
  { workspaceId, channelAccountId, accessToken }: { workspaceId: string; channelAccountId: string; accessToken: Buffer },
): string => context.secrets.open(accessToken, { workspaceId, table: "channel_accounts", rowId: channelAccountId, column: "access_token" });
