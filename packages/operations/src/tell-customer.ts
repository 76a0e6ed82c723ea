import { adapters } from "@onethread/channels";
import type { Actor } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { lastInboundBefore } from "@onethread/db/read";
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
  const messageId = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    lastInboundBefore(tx, actor.workspaceId, conversationId, what.kind === "read" ? what.upToId : null),
  );
  if (!messageId) return;
  const thread = await threadOf(context, actor, messageId, "text");
  if (!thread.ok) return;
  const { channel, action, externalId: target, token } = thread.value;
  const adapter = adapters[channel];
  const call = what.kind === "read" ? adapter.renderMarkRead({ ...action, target }) : adapter.renderTyping({ ...action, target, on: true });
  if (!call) return;
  await context.callPlatform(call, token).catch(() => {
    context.log.warn({ workspaceId: actor.workspaceId, conversationId, kind: what.kind }, "the customer could not be shown this");
  });
}
