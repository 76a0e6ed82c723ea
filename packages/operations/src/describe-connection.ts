import { webhookFields } from "@onethread/channels";
import { type Actor, ok, type Result } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import { isOperator } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

export type Connection = {
  callbackUrl: string;
  /** The newest first. Empty for workspaces that do not run this instance: its app is not theirs to set up. */
  verifyTokens: string[];
  fields: { channel: keyof typeof webhookFields; fields: string[] }[];
};

/** What the platform app's webhook settings have to be told. */
export async function describeConnection(context: Context, actor: Actor, publicUrl: string): Promise<Result<Connection>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const operator = await forIngest(context.database, (tx) => isOperator(tx, actor.workspaceId));
  return ok({
    callbackUrl: new URL("/webhooks/meta", publicUrl).href,
    verifyTokens: operator ? [...context.meta.verifyTokens] : [],
    fields: (["whatsapp", "messenger", "instagram"] as const).map((channel) => ({ channel, fields: [...webhookFields[channel]] })),
  });
}
