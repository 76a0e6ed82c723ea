import type { Context } from "../context.ts";

type Credentials = { accessToken?: string | undefined; appSecret?: string | undefined; verifyToken?: string | undefined };

/** Credentials as they are stored: sealed to their row and column. Absent ones are null. */
export function sealCredentials(
  context: Context,
  workspaceId: string,
  rowId: string,
  given: Credentials,
): { accessToken: Buffer | null; appSecret: Buffer | null; verifyToken: Buffer | null } {
  const seal = (text: string | undefined, column: string) =>
    text === undefined ? null : context.secrets.seal(text, { workspaceId, table: "channel_accounts", rowId, column });
  return {
    accessToken: seal(given.accessToken, "access_token"),
    appSecret: seal(given.appSecret, "app_secret"),
    verifyToken: seal(given.verifyToken, "verify_token"),
  };
}
