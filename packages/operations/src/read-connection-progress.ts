import { type Actor, fail, ok, type Result, toTypeId } from "@onethread/core";
import type { ConnectionProgress } from "@onethread/core/api";
import { forIngest } from "@onethread/db/client";
import { readConnectionSigns } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

/** How far the connecting of an account has got, step by step, and what was refused since. `id`: UUID. */
export async function readConnectionProgress(context: Context, actor: Actor, id: string): Promise<Result<ConnectionProgress>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const signs = await forIngest(context.database, (tx) => readConnectionSigns(tx, actor.workspaceId, id));
  if (!signs) return fail("not_found", "There is no such channel account.");
  const { refusedHandshake, refusedHandshakeAt, refusedWebhook, refusedWebhookAt, handshakeAt, firstWebhookAt, lastOutboundAt, message } = signs;
  const token = signs.checks.find((check) => check.name === "access_token");
  return ok({
    state: signs.state,
    webhookVia: signs.ownApp ? "own_app" : "installation",
    handshakeAt: handshakeAt?.toISOString() ?? null,
    // What worked since is not worth a word any more; and once one was signed well, anybody may send what is not.
    refusedHandshake:
      refusedHandshake && refusedHandshakeAt && !(handshakeAt && handshakeAt > refusedHandshakeAt)
        ? { ...refusedHandshake, at: refusedHandshakeAt.toISOString() }
        : null,
    firstWebhookAt: firstWebhookAt?.toISOString() ?? null,
    refusedWebhook: refusedWebhook && refusedWebhookAt && !firstWebhookAt ? { reason: refusedWebhook, at: refusedWebhookAt.toISOString() } : null,
    token: token ? { state: token.state, detail: token.detail } : null,
    message: message && { conversationId: toTypeId("conversation", message.conversationId), at: new Date(message.at).toISOString() },
    lastOutboundAt: lastOutboundAt?.toISOString() ?? null,
  } as ConnectionProgress);
}
