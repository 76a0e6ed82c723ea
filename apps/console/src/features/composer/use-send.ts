"use client";
import type { Mentionable } from "@onethread/core";
import type { Attachment, Door, TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { newId, newIdempotencyKey } from "../../api/new-id.ts";
import { useMe } from "../frame/me.tsx";
import { useOwnSettings } from "../own-settings/use-own-settings.ts";
import { lastSeenOf } from "../timeline/last-seen.ts";
import { itemsOf, type TimelineData } from "../timeline/merge-newest-page.ts";
import { unsentItem } from "../timeline/unsent-item.ts";
import { guardId } from "./guard-id.ts";
import { newBatch } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import type { SendContent } from "./plan-messages.ts";
import { usePost } from "./post-office.tsx";
import { setRefusal } from "./refusals.ts";

type Shown = Pick<TimelineItem, "content"> & Partial<Pick<TimelineItem, "attachments">>;
/** What becomes of the conversation when it is sent. */
export type After = "done" | "snooze" | null;

export type Outgoing = {
  content: SendContent;
  /** What the timeline shows until the server has it. */
  shown: Shown;
  /** What of it belongs back in the composer when it does not go out. */
  back: { text: string; files: Attachment[] };
};

export type Together = {
  door: Door;
  /** Refuse when a colleague has answered since the reply was begun. */
  guard: boolean;
  /** The newest message that stood there when it was begun. */
  sinceId: string | null;
  quoted: TimelineItem | null;
  after: After;
};

/** Sends replies and adds notes: in the timeline at once, from the browser as soon as they may go. */
export function useSend(conversationId: string) {
  const client = useQueryClient();
  const { agent } = useMe();
  const agentId = agent?.id ?? "";
  const post = usePost();
  const { undoSeconds } = useOwnSettings();

  const author = { type: "agent" as const, id: agent?.id ?? null, name: agent?.name ?? null };
  const shownItem = (id: string, more: Partial<TimelineItem>): TimelineItem =>
    unsentItem({ id, conversationId, author, occurredAt: new Date().toISOString(), ...more });

  const loaded = () => itemsOf(client.getQueryData<TimelineData>(keys.timeline(conversationId)));
  const afterOf = (after: After): OutboxEntry["after"] =>
    after && { do: after, lastSeenItemId: lastSeenOf({ id: conversationId, lastMessage: null }) ?? loaded().at(-1)?.id ?? null };

  const reply = (parts: readonly Outgoing[], { door, guard, sinceId, quoted, after }: Together): void => {
    const batch = newBatch();
    const heldUntil = undoSeconds > 0 ? Date.now() + undoSeconds * 1000 : null;
    const seenId = guard ? guardId(loaded(), sinceId, agentId) : undefined;
    const { channel, channelAccountId, identityId } = door;
    const entries = parts.map(({ content, shown, back }, index): OutboxEntry => {
      const id = newId("message");
      const first = index === 0;
      const extra = { ...(first && quoted ? { replyToId: quoted.id } : {}), ...(first && seenId ? { lastSeenMessageId: seenId } : {}) };
      return {
        item: shownItem(id, { direction: "outbound", channel, channelAccountId, identityId, ...shown }),
        agentId,
        intent: { kind: "reply", input: { id, identityId, channelAccountId, content, ...extra } },
        batch,
        back: { ...back, quoted: first ? quoted : null, sinceId },
        heldUntil,
        after: index === parts.length - 1 ? afterOf(after) : null,
        phase: "waiting",
        error: null,
      };
    });
    setRefusal(conversationId, "reply", null);
    post.send(...entries);
  };

  const note = (text: string, mentions: Mentionable[], after: After): void => {
    const key = newIdempotencyKey();
    setRefusal(conversationId, "note", null);
    post.send({
      item: shownItem(`note-${key}`, { type: "note", content: { kind: "note", text, mentions } }),
      agentId,
      intent: { kind: "note", text, ...(mentions.length > 0 ? { mentions: mentions.map(({ id }) => id) } : {}), key },
      batch: newBatch(),
      back: { text, files: [], quoted: null, sinceId: null },
      heldUntil: null,
      after: afterOf(after),
      phase: "waiting",
      error: null,
    });
  };

  return { reply, note };
}
