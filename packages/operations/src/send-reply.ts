import { channelRules } from "@onethread/channels";
import {
  type Actor,
  attachmentsOf,
  fail,
  fromTypeId,
  type OutboundContent,
  ok,
  ownSendRichness,
  type Result,
  showOutbound,
  storableDeep,
  toTypeId,
} from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { forWorkspace, newId, type Tx } from "@onethread/db/client";
import { type DoorRow, readDoors, readItem } from "@onethread/db/read";
import { findUploads, refreshConversations, takeUploads, type UploadedRow, writeItems } from "@onethread/db/write";
import { failpoint } from "#failpoint";
import { allow, type Context, refuse, settled } from "./context.ts";
import { composedRow } from "./conversation/compose-item.ts";
import { lockConversation } from "./conversation/conversation-lock.ts";
import { checkContent } from "./sending/check-content.ts";
import { chooseDoor, type Wanted } from "./sending/choose-door.ts";
import { doorState } from "./sending/doors.ts";

export type Reply = {
  /** Made by the client, so that a repeated request is one message. UUID. */
  id?: string | undefined;
  /** The door; neither: the one the customer used last. UUIDs. */
  identityId?: string | undefined;
  channelAccountId?: string | undefined;
  content: OutboundContent;
  replyToId?: string | undefined;
  /** The newest message the writer saw: a later one of the team refuses the send. */
  lastSeenMessageId?: string | undefined;
};

/**
 * Accepts a reply: decides whether it may go out through its door, writes it as "queued" and rings for delivery. Never
 * changes the channel silently: what can't be sent is refused with the other doors.
 */
export async function sendReply(context: Context, actor: Actor, conversationId: string, reply: Reply): Promise<Result<TimelineItem>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const id = reply.id ?? newId();
  await failpoint("reply.begun");
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      await writeReply(context, tx, actor, { ...reply, id, conversationId });
      await failpoint("reply.written");
    }),
  );
  return done.ok ? announceReply(context, actor, { id, conversationId }) : done;
}

/** Rings for delivery and tells the desks; answers the message as it stands. */
export async function announceReply(
  context: Context,
  actor: Actor,
  { id, conversationId }: { id: string; conversationId: string },
): Promise<Result<TimelineItem>> {
  await failpoint("reply.committed");
  await context.jobs.enqueue("message.deliver", { workspaceId: actor.workspaceId, conversationId });
  await failpoint("reply.rung");
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "message", ids: [id], conversationId }]);
  await failpoint("reply.told");
  const item = await readItem(context.database, actor, id);
  return item ? ok(item) : fail("not_found", "The message is gone.");
}

const wanted = ({ kind }: OutboundContent): Wanted => {
  if (kind === "text" || kind === "template" || kind === "interactive") return kind;
  return "media";
};

/** Writes a reply as "queued", inside a transaction of the caller. Refuses what can't go out. */
export async function writeReply(context: Context, tx: Tx, actor: Actor, reply: Reply & { id: string; conversationId: string }): Promise<void> {
  const { workspaceId } = actor;
  const { id, conversationId } = reply;
  const now = context.now();
  const conversation = await lockConversation(tx, workspaceId, conversationId);
  if (await isRepeat(tx, workspaceId, id, conversationId)) return;
  if (reply.lastSeenMessageId) await refuseIfAnswered(tx, actor, conversationId, reply.lastSeenMessageId);
  const content = storableDeep(reply.content);
  const quote = await findQuote(tx, workspaceId, reply.replyToId);
  const doors = await readDoors(tx, workspaceId, conversationId);
  const group = groupOf(quote, doors, now);
  const door = group?.door ?? chooseDoor(doors, reply, wanted(content), now);
  if (quote && quote.channelAccountId !== door.channelAccountId)
    refuse("invalid_request", "Only a message of the same channel can be quoted.", {
      errors: [{ pointer: "/replyToId", detail: "is not a message of this channel" }],
    });
  const uploads = await uploadsOf(tx, workspaceId, content);
  const template = await checkContent(tx, workspaceId, door, content, { uploads, now, toGroup: group !== null });
  const newCaseId = newId();
  await writeItems(tx, [
    {
      ...composedRow(actor, { workspaceId, conversationId, caseId: conversation.caseId ?? newCaseId, at: now, id }),
      type: "message",
      direction: "outbound",
      channel: door.channel,
      channel_account_id: door.channelAccountId,
      identity_id: door.identityId,
      content: { ...showOutbound(content, template), ...(group ? { group: group.id } : {}) },
      send: content,
      richness: ownSendRichness,
      waits: -1,
      reply_to_id: reply.replyToId ?? null,
      reply_to_external_id: quote?.externalId ?? null,
      delivery_status: "queued",
      delivery_at: now.toISOString(),
      next_attempt_at: now.toISOString(),
      human_agent: doorState(door, now).state === "human_agent",
    },
  ]);
  await takeUploads(tx, workspaceId, id, uploads);
  const opens = conversation.status === "done";
  await refreshConversations(tx, [{ workspace_id: workspaceId, id: conversationId, unread: 0, channels: [], opens, case_id: newCaseId }], now);
}

/** The files a message takes with it: uploaded, and not sent before. */
async function uploadsOf(tx: Tx, workspaceId: string, content: OutboundContent): Promise<UploadedRow[]> {
  const wantedIds = attachmentsOf(content).map((one) => fromTypeId("attachment", one) ?? "");
  if (wantedIds.length === 0) return [];
  const found = await findUploads(tx, workspaceId, wantedIds);
  const missing = wantedIds.find((one) => !found.some((upload) => upload.id === one));
  if (missing !== undefined)
    return refuse("invalid_request", "A file is not there, or was sent already. Upload it again.", {
      errors: [{ pointer: "/content", detail: "names a file that is not there" }],
    });
  return wantedIds.flatMap((one) => found.find((upload) => upload.id === one) ?? []);
}

async function isRepeat(tx: Tx, workspaceId: string, id: string, conversationId: string): Promise<boolean> {
  const { rows } = await tx.query<{ conversation_id: string }>("SELECT conversation_id FROM items WHERE workspace_id = $1 AND id = $2", [
    workspaceId,
    id,
  ]);
  if (!rows[0]) return false;
  return (
    rows[0].conversation_id === conversationId ||
    refuse("already_exists", "This message id is used already.", { errors: [{ pointer: "/id", detail: "is used already" }] })
  );
}

/**
 * Only a newer message of the team or a bot means that two are answering; the customer's never stops a reply, and neither
 * does what the same agent has sent just before.
 */
async function refuseIfAnswered(tx: Tx, actor: Actor, conversationId: string, lastSeenId: string): Promise<void> {
  const { rows } = await tx.query<{ id: string; author: string | null; at: Date }>(
    `SELECT n.id, n.author_name AS author, n.occurred_at AS at FROM items s JOIN items n ON n.workspace_id = s.workspace_id AND n.conversation_id = s.conversation_id
       AND n.direction = 'outbound' AND n.author_type IN ('agent', 'bot') AND n.seq > s.seq
       AND ($4::uuid IS NULL OR n.author_type <> 'agent' OR n.author_id IS DISTINCT FROM $4)
     WHERE s.workspace_id = $1 AND s.id = $2 AND s.conversation_id = $3 ORDER BY n.seq DESC LIMIT 1`,
    [actor.workspaceId, lastSeenId, conversationId, actor.kind === "agent" ? actor.agentId : null],
  );
  const newer = rows[0];
  if (!newer) return;
  const extra = { newer: { id: toTypeId("message", newer.id), authorName: newer.author, at: newer.at.toISOString() } };
  refuse("conversation_changed", `${newer.author ?? "Somebody"} has replied meanwhile.`, { extra });
}

type Quote = { externalId: string | null; channelAccountId: string; identityId: string; group: string | null; at: Date };

async function findQuote(tx: Tx, workspaceId: string, id: string | undefined): Promise<Quote | null> {
  if (id === undefined) return null;
  const { rows } = await tx.query<Quote>(
    `SELECT external_id AS "externalId", channel_account_id AS "channelAccountId", identity_id AS "identityId", content ->> 'group' AS "group", occurred_at AS at
     FROM items WHERE workspace_id = $1 AND id = $2 AND type = 'message' AND channel_account_id IS NOT NULL`,
    [workspaceId, id],
  );
  return (
    rows[0] ??
    refuse("invalid_request", "Only a message of the same channel can be quoted.", {
      errors: [{ pointer: "/replyToId", detail: "is not a message of this channel" }],
    })
  );
}

/** A reply to what was written in a group goes to the group, as long as its window is open; it opens no other door. */
function groupOf(quote: Quote | null, doors: readonly DoorRow[], now: Date): { id: string; door: DoorRow } | null {
  if (!quote?.group) return null;
  const door = doors.find((one) => one.channelAccountId === quote.channelAccountId && one.identityIds.includes(quote.identityId));
  if (!door?.accessToken || door.accountState === "disabled") return null;
  const { windowMs } = channelRules[door.channel].limits;
  return now.getTime() - quote.at.getTime() < windowMs ? { id: quote.group, door } : null;
}
