import { type Actor, attachmentsOf, fail, fromTypeId, type OutboundContent, ok, type Result, showOutbound, storableDeep } from "@onethread/core";
import type { ScheduledMessage } from "@onethread/core/api";
import { forWorkspace, newId, type Tx } from "@onethread/db/client";
import { readDoors, readScheduledMessage } from "@onethread/db/read";
import { deleteScheduled, findUploads, insertScheduled, lockScheduled, moveScheduled } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { findConversation } from "./conversation/find-conversation.ts";
import { checkContent } from "./sending/check-content.ts";
import { findDoor } from "./sending/choose-door.ts";

export type Scheduled = {
  /** Made by the client, so that a repeated request is one message; it keeps it when it is sent. UUID. */
  id?: string | undefined;
  identityId?: string | undefined;
  channelAccountId?: string | undefined;
  content: OutboundContent;
  replyToId?: string | undefined;
  scheduledFor: Date;
};

/** A reply can wait this long. Milliseconds: a year. */
const longest = 366 * 24 * 3_600_000;
const gone = "There is no such scheduled message. It may have been sent meanwhile.";

/**
 * Keeps a reply until its time. What its channel would never take is refused now; whether its door is open is asked when
 * the time comes. Only agents: somebody answers for it.
 */
export async function scheduleMessage(context: Context, actor: Actor, conversationId: string, input: Scheduled): Promise<Result<ScheduledMessage>> {
  const refused = allow(actor, "reply") ?? badTime(context, input.scheduledFor);
  if (refused) return refused;
  if (actor.kind !== "agent") return fail("forbidden", "Only an agent can schedule a message.");
  const { workspaceId, agentId } = actor;
  const id = input.id ?? newId();
  const done = await settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      await findConversation(tx, workspaceId, conversationId);
      await refuseIfSent(tx, workspaceId, id);
      const now = context.now();
      const send = storableDeep(input.content);
      const door = findDoor(await readDoors(tx, workspaceId, conversationId), input, now);
      const attachmentIds = attachmentsOf(send).map((one) => fromTypeId("attachment", one) ?? "");
      const uploads = await findUploads(tx, workspaceId, attachmentIds);
      if (uploads.length < attachmentIds.length) refuse("invalid_request", "A file is not there, or was sent already. Upload it again.");
      const template = await checkContent(tx, workspaceId, door, send, { uploads, now, toGroup: false });
      const content = showOutbound(send, template);
      const { identityId, channelAccountId } = door;
      const { replyToId = null, scheduledFor } = input;
      await insertScheduled(tx, { workspaceId, id, agentId, identityId, channelAccountId, send, content, attachmentIds, replyToId, scheduledFor });
      return (await readScheduledMessage(tx, workspaceId, id)) ?? refuse("not_found", gone);
    }),
  );
  if (done.ok) await tell(context, workspaceId, id, conversationId);
  return done;
}

/** Another time, also for one that could not go out at its own. `id`: UUID. */
export async function rescheduleMessage(context: Context, actor: Actor, id: string, to: Date): Promise<Result<ScheduledMessage>> {
  const refused = allow(actor, "reply") ?? badTime(context, to);
  if (refused) return refused;
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      const { conversationId } = (await lockScheduled(tx, actor.workspaceId, id)) ?? refuse("not_found", gone);
      await moveScheduled(tx, actor.workspaceId, id, to);
      return { conversationId, message: (await readScheduledMessage(tx, actor.workspaceId, id)) ?? refuse("not_found", gone) };
    }),
  );
  if (!done.ok) return done;
  await tell(context, actor.workspaceId, id, done.value.conversationId);
  return ok(done.value.message);
}

/** It is never sent. `id`: UUID. */
export async function cancelScheduledMessage(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      const found = (await lockScheduled(tx, actor.workspaceId, id)) ?? refuse("not_found", gone);
      await deleteScheduled(tx, actor.workspaceId, id);
      return found.conversationId;
    }),
  );
  if (!done.ok) return done;
  await tell(context, actor.workspaceId, id, done.value);
  return ok(null);
}

function badTime(context: Context, at: Date): Result<never> | undefined {
  const ahead = at.getTime() - context.now().getTime();
  if (ahead > 0 && ahead <= longest) return undefined;
  const detail = ahead > 0 ? "is more than a year ahead" : "is in the past";
  return fail("invalid_request", "Some fields are not valid.", { errors: [{ pointer: "/scheduledFor", detail }] });
}

async function refuseIfSent(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await tx.query("SELECT 1 FROM items WHERE workspace_id = $1 AND id = $2", [workspaceId, id]);
  if (rowCount) refuse("already_exists", "This message id is used already.", { errors: [{ pointer: "/id", detail: "is used already" }] });
}

const tell = (context: Context, workspaceId: string, id: string, conversationId: string) =>
  context.realtime.publish([{ workspaceId, kind: "scheduled_message", ids: [id], conversationId }]);
