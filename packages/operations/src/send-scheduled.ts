import { type Actor, type Failure, fail, may, ok, type Result } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { forIngest, forWorkspace, isUnavailable } from "@onethread/db/client";
import { deleteScheduled, failScheduled, findDueScheduled, type LockedScheduled, lockScheduled } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { announceReply, writeReply } from "./send-reply.ts";

/** So many in one sweep; the next is two seconds away. */
const atOnce = 50;

/** Sends what is due. What can't go out any more says so, and waits for a person. */
export async function sendDueMessages(context: Context): Promise<void> {
  const due = await forIngest(context.database, (tx) => findDueScheduled(tx, context.now(), atOnce));
  for (const { workspaceId, id } of due) {
    try {
      const done = await send(context, workspaceId, id, (found) => found.state === "scheduled" && found.scheduledFor <= context.now());
      if (!done.ok) await giveUp(context, workspaceId, id, done.error);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      context.log.error({ workspaceId, id, error: (error as Error).name }, "a scheduled message could not be worked off");
    }
  }
}

/** Before its time, because a person says so. Refused, it stays as it was. `id`: UUID. */
export async function sendScheduledNow(context: Context, actor: Actor, id: string): Promise<Result<TimelineItem>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const done = await send(context, actor.workspaceId, id, () => true);
  if (!done.ok) return done;
  return done.value ?? fail("not_found", "There is no such scheduled message. It may have been sent meanwhile.");
}

/**
 * Turns it into a message that waits for delivery, in one transaction: from then on it is a reply like every other, with
 * its id, and sent at most once. null: it is gone, or not to go now.
 */
async function send(
  context: Context,
  workspaceId: string,
  id: string,
  goes: (found: LockedScheduled) => boolean,
): Promise<Result<Result<TimelineItem> | null>> {
  const done = await settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      const found = await lockScheduled(tx, workspaceId, id);
      if (!found || !goes(found)) return null;
      const { conversationId, identityId, channelAccountId, send: content } = found;
      const actor = authorOf(workspaceId, found);
      await writeReply(context, tx, actor, { id, conversationId, identityId, channelAccountId, content, replyToId: found.replyToId ?? undefined });
      await deleteScheduled(tx, workspaceId, id);
      return { actor, conversationId };
    }),
  );
  if (!done.ok || !done.value) return done.ok ? ok(null) : done;
  const { actor, conversationId } = done.value;
  await context.realtime.publish([{ workspaceId, kind: "scheduled_message", ids: [id], conversationId }]);
  return ok(await announceReply(context, actor, { id, conversationId }));
}

/** Whoever scheduled it sends it, with the rights they have now. */
function authorOf(workspaceId: string, { author: { agentId, name, role, disabled } }: LockedScheduled): Actor {
  const actor: Actor = { kind: "agent", workspaceId, agentId, name, role };
  if (disabled || !may(actor, "reply")) return refuse("forbidden", "Whoever scheduled this may not send messages any more.");
  return actor;
}

async function giveUp(context: Context, workspaceId: string, id: string, { code, detail }: Failure): Promise<void> {
  const conversationId = await forWorkspace(context.database, workspaceId, async (tx) => {
    const found = await lockScheduled(tx, workspaceId, id);
    if (found) await failScheduled(tx, workspaceId, id, { code, message: detail });
    return found?.conversationId;
  });
  if (conversationId) await context.realtime.publish([{ workspaceId, kind: "scheduled_message", ids: [id], conversationId }]);
}
