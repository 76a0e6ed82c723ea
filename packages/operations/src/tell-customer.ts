import { adapters } from "@onethread/channels";
import type { Actor } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { lastInboundBefore, readMessagePlace } from "@onethread/db/read";
import type { Context } from "./context.ts";
import { threadOf } from "./sending/thread-of.ts";

/**
 * Shows the customer that their messages were read up to an item (UUID), or that somebody is writing. Only when asked
 * for. It is a courtesy: when the platform does not take it, nothing else is held up.
 */
export async function tellCustomer(
  context: Context,
  actor: Actor,
  conversationId: string,
  what: { kind: "read"; upToId: string } | { kind: "typing" },
): Promise<void> {
  const { workspaceId } = actor;
  const { messageId, place } = await forWorkspace(context.database, workspaceId, async (tx) => {
    const messageId = await lastInboundBefore(tx, workspaceId, conversationId, what.kind === "read" ? what.upToId : null);
    return { messageId, place: messageId && (await readMessagePlace(tx, workspaceId, messageId)) };
  });
  if (!messageId || !place) return;
  if (place.channel === "webchat") {
    // No platform is in between: the visitor's page hears it from the gateway.
    if (what.kind === "typing") await context.realtime.publish([{ workspaceId, kind: "visitor_told", ids: [], conversationId }]);
    return;
  }
  const thread = await threadOf(context, actor, messageId, "text");
  if (!thread.ok) return;
  const { channel, action, externalId: target, token } = thread.value;
  const adapter = adapters[channel];
  const call = what.kind === "read" ? adapter.renderMarkRead({ ...action, target }) : adapter.renderTyping({ ...action, target, on: true });
  if (!call) return;
  await context.callPlatform(call, token).catch(() => {
    context.log.warn({ workspaceId, conversationId, kind: what.kind }, "the customer could not be shown this");
  });
}
