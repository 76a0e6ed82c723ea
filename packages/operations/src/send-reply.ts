import { adapters } from "@onethread/channels";
import { type Actor, fail, maySendText, ok, ownSendRichness, type Result, storable } from "@onethread/core";
import type { Door, TimelineItem } from "@onethread/core/api";
import { forWorkspace, newId, type Tx } from "@onethread/db/client";
import { type DoorRow, readDoors, readItem } from "@onethread/db/read";
import { refreshConversations, writeItems } from "@onethread/db/write";
import { composedRow } from "./compose-item.ts";
import { allow, type Context, refuse, settled } from "./context.ts";
import { lockConversation } from "./conversation-lock.ts";
import { doorState, metaChannel, toDoor } from "./list-doors.ts";

export type Reply = {
  /** Made by the client, so that a repeated request is one message. UUID. */
  id?: string | undefined;
  /** The door; neither: the one the customer used last. UUIDs. */
  identityId?: string | undefined;
  channelAccountId?: string | undefined;
  text: string;
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
  const now = context.now();
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      const conversation = await lockConversation(tx, actor.workspaceId, conversationId);
      if (reply.id && (await isRepeat(tx, actor.workspaceId, reply.id, conversationId))) return;
      if (reply.lastSeenMessageId) await refuseIfAnswered(tx, actor.workspaceId, conversationId, reply.lastSeenMessageId);
      const rows = await readDoors(tx, actor.workspaceId, conversationId);
      const door = chooseDoor(rows, reply, now);
      checkText(door, reply.text);
      const newCaseId = newId();
      await writeItems(tx, [
        {
          ...composedRow(actor, { workspaceId: actor.workspaceId, conversationId, caseId: conversation.caseId ?? newCaseId, at: now, id }),
          type: "message",
          direction: "outbound",
          channel: door.channel,
          channel_account_id: door.channelAccountId,
          identity_id: door.identityId,
          content: { kind: "text", text: storable(reply.text) },
          richness: ownSendRichness,
          waits: -1,
          ...(await quoted(tx, actor.workspaceId, door.channelAccountId, reply.replyToId)),
          delivery_status: "queued",
          delivery_at: now.toISOString(),
          next_attempt_at: now.toISOString(),
          human_agent: doorState(door, now).state === "human_agent",
        },
      ]);
      const opens = conversation.status === "done";
      const touch = { workspace_id: actor.workspaceId, id: conversationId, unread: 0, channels: [], opens, case_id: newCaseId };
      await refreshConversations(tx, [touch], now);
    }),
  );
  if (!done.ok) return done;
  await context.jobs.enqueue("message.deliver", { workspaceId: actor.workspaceId, conversationId });
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "message", ids: [id], conversationId }]);
  const item = await readItem(context.database, actor, id);
  return item ? ok(item) : fail("not_found", "The message is gone.");
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

/** Only a newer message of the team or a bot means that two are answering; the customer's never stops a reply. */
async function refuseIfAnswered(tx: Tx, workspaceId: string, conversationId: string, lastSeenId: string): Promise<void> {
  const { rows } = await tx.query<{ author: string | null }>(
    `SELECT n.author_name AS author FROM items s JOIN items n ON n.workspace_id = s.workspace_id AND n.conversation_id = s.conversation_id
       AND n.direction = 'outbound' AND n.author_type IN ('agent', 'bot') AND n.seq > s.seq
     WHERE s.workspace_id = $1 AND s.id = $2 AND s.conversation_id = $3 ORDER BY n.seq DESC LIMIT 1`,
    [workspaceId, lastSeenId, conversationId],
  );
  if (rows[0]) refuse("conversation_changed", `${rows[0].author ?? "Somebody"} has replied meanwhile.`);
}

function chooseDoor(rows: readonly DoorRow[], reply: Reply, now: Date): DoorRow {
  const others = (): { doors: Door[] } => ({ doors: rows.map((row, index) => toDoor(row, index === 0, now)) });
  const named = reply.identityId !== undefined || reply.channelAccountId !== undefined;
  const fits = (row: DoorRow) =>
    (reply.identityId === undefined || row.identityIds.includes(reply.identityId)) &&
    (reply.channelAccountId === undefined || row.channelAccountId === reply.channelAccountId);
  const door = named ? rows.find(fits) : rows.find((row) => row.lastInboundAt !== null);
  if (!door)
    return refuse(
      "no_door",
      named ? "The customer can't be reached through this door." : "The customer has not written through any connected channel.",
      { extra: others() },
    );
  const state = doorState(door, now);
  if (maySendText(state.state)) return door;
  const code =
    state.state === "blocked" && state.reason !== "window_closed" && state.reason !== "never_wrote_here" ? "channel_unavailable" : "window_closed";
  return refuse(code, explain(state.reason), { extra: others() });
}

function explain(reason: string | null): string {
  switch (reason) {
    case "never_wrote_here":
      return "The customer has not written through this channel, so free text is not allowed there.";
    case "no_access_token":
      return "The channel has no access token. An admin can add one.";
    case "token_broken":
      return "The platform refuses the channel's access token. An admin has to connect the channel again.";
    case "channel_disabled":
      return "The channel is switched off.";
    default:
      return "The customer's last message here is too long ago for free text.";
  }
}

function checkText(door: DoorRow, text: string): void {
  const adapter = adapters[metaChannel(door)];
  const size = adapter.measureText(text);
  const { max, unit } = adapter.limits.text;
  if (text.trim() === "") refuse("invalid_request", "The text is empty.", { errors: [{ pointer: "/content/text", detail: "is empty" }] });
  if (size > max)
    refuse("text_too_long", `The text has ${size} ${unit}, ${max} are allowed here.`, {
      errors: [{ pointer: "/content/text", detail: `has ${size} of ${max} ${unit}` }],
    });
}

async function quoted(
  tx: Tx,
  workspaceId: string,
  channelAccountId: string,
  replyToId: string | undefined,
): Promise<{ reply_to_id: string | null; reply_to_external_id: string | null }> {
  if (!replyToId) return { reply_to_id: null, reply_to_external_id: null };
  const { rows } = await tx.query<{ external_id: string | null }>(
    "SELECT external_id FROM items WHERE workspace_id = $1 AND id = $2 AND channel_account_id = $3",
    [workspaceId, replyToId, channelAccountId],
  );
  if (!rows[0])
    return refuse("invalid_request", "Only a message of the same channel can be quoted.", {
      errors: [{ pointer: "/replyToId", detail: "is not a message of this channel" }],
    });
  return { reply_to_id: replyToId, reply_to_external_id: rows[0].external_id };
}
