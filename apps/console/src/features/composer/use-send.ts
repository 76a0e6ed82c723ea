"use client";
import type { Door, TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import type { ApiError } from "../../api/api-error.ts";
import { keys } from "../../api/keys.ts";
import { newId, newIdempotencyKey } from "../../api/new-id.ts";
import { useMe } from "../frame/me.tsx";
import { itemsOf, type TimelineData } from "../timeline/merge-newest-page.ts";
import { guardId } from "./guard-id.ts";
import type { OutboxEntry } from "./outbox.ts";
import type { SendContent } from "./plan-messages.ts";
import { submitEntry } from "./submit-entry.ts";

type Shown = Pick<TimelineItem, "content"> & Partial<Pick<TimelineItem, "attachments">>;
export type Outgoing = {
  content: SendContent;
  /** What the timeline shows until the server has it. */
  shown: Shown;
  door: Door;
  replyToId?: string | undefined;
  /** Refuse when a colleague has answered since the agent last saw the timeline. */
  guard: boolean;
  /** The newest message that stood there when it was begun. */
  sinceId: string | null;
};

/** Sends replies and adds notes: in the timeline at once, answered with the server's refusal, if it refuses. */
export function useSend(conversationId: string) {
  const client = useQueryClient();
  const { agent } = useMe();

  const draftItem = (id: string, more: Partial<TimelineItem>): TimelineItem => {
    const now = new Date().toISOString();
    return {
      id,
      type: "message",
      conversationId,
      caseId: null,
      direction: null,
      channel: null,
      channelAccountId: null,
      identityId: null,
      externalId: null,
      author: { type: "agent", id: agent?.id ?? null, name: agent?.name ?? null },
      occurredAt: now,
      receivedAt: now,
      late: false,
      content: { kind: "text", text: null },
      attachments: [],
      replyTo: null,
      reactions: [],
      referral: null,
      editedAt: null,
      deletedAt: null,
      delivery: null,
      ...more,
    };
  };

  const reply = ({ content, shown, door, replyToId, guard, sinceId }: Outgoing): Promise<ApiError | null> => {
    const id = newId("message");
    const seenId = guardId(itemsOf(client.getQueryData<TimelineData>(keys.timeline(conversationId))), sinceId, agent?.id ?? null);
    const entry: OutboxEntry = {
      item: draftItem(id, {
        direction: "outbound",
        channel: door.channel,
        channelAccountId: door.channelAccountId,
        identityId: door.identityId,
        ...shown,
      }),
      intent: {
        kind: "reply",
        input: {
          id,
          identityId: door.identityId,
          channelAccountId: door.channelAccountId,
          content,
          ...(replyToId ? { replyToId } : {}),
          ...(guard && seenId ? { lastSeenMessageId: seenId } : {}),
        },
      },
      error: null,
    };
    return submitEntry(client, entry);
  };

  const note = (text: string): Promise<ApiError | null> => {
    const key = newIdempotencyKey();
    const item = draftItem(`note-${key}`, { type: "note", content: { kind: "note", text } });
    return submitEntry(client, { item, intent: { kind: "note", text, key }, error: null });
  };

  return { reply, note };
}
