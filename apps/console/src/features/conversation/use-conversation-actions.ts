"use client";
import type { Conversation } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ApiError } from "../../api/api-error.ts";
import { type ConversationPatch, patchConversation } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMe } from "../frame/me.tsx";
import { itemsOf, type TimelineData } from "../timeline/merge-newest-page.ts";
import { writeConversation } from "./conversation-cache.ts";

/** What an agent does to a conversation. Shown at once, taken back when the server refuses, undone from the toast. */
export function useConversationActions(conversation: Conversation | undefined) {
  const t = useTranslations("conversation");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const dates = useDates();
  const { agent } = useMe();
  const agentId = agent?.id ?? null;

  const apply = useCallback(
    async (before: Conversation, optimistic: Partial<Conversation>, patch: ConversationPatch): Promise<boolean> => {
      writeConversation(client, { ...before, ...optimistic }, agentId);
      try {
        writeConversation(client, await patchConversation(before.id, patch), agentId);
        return true;
      } catch (error) {
        client.setQueryData(keys.conversation(before.id), before);
        void client.invalidateQueries({ queryKey: keys.conversations });
        const newer = error instanceof ApiError && error.code === "newer_message";
        toasts.add({
          type: "error",
          title: newer ? t("newerMessage") : t("notSaved"),
          description: newer ? t("newerMessageText") : errorText(error),
        });
        return false;
      }
    },
    [client, agentId, toasts, errorText, t],
  );

  const withUndo = useCallback(
    async (before: Conversation, title: string, optimistic: Partial<Conversation>, patch: ConversationPatch) => {
      if (!(await apply(before, optimistic, patch))) return;
      const back = { status: before.status, snoozedUntil: before.snoozedUntil };
      const id = toasts.add({
        title,
        actionProps: {
          children: t("undo"),
          onClick: () => {
            toasts.close(id);
            void apply({ ...before, ...optimistic }, back, backPatch(before));
          },
        },
      });
    },
    [apply, toasts, t],
  );

  const assign = (assignee: { id: string; name: string } | null) => {
    if (!conversation || conversation.assignee?.id === assignee?.id) return;
    void apply(conversation, { assignee }, { assigneeId: assignee?.id ?? null });
  };
  const assignToMe = () => agent && assign({ id: agent.id, name: agent.name });
  const done = () => {
    if (!conversation || conversation.status === "done") return;
    const last = itemsOf(client.getQueryData<TimelineData>(keys.timeline(conversation.id))).at(-1);
    void withUndo(
      conversation,
      t("doneToast"),
      { status: "done", snoozedUntil: null },
      { status: "done", ...(last ? { lastSeenItemId: last.id } : {}) },
    );
  };
  const reopen = () => conversation && void apply(conversation, { status: "open", snoozedUntil: null }, { status: "open" });
  /** Null: until the customer replies. */
  const snooze = (until: Date | null) => {
    if (!conversation) return;
    const snoozedUntil = until?.toISOString() ?? null;
    void withUndo(
      conversation,
      snoozedUntil ? t("snoozedToast", { date: dates.appointment(snoozedUntil) }) : t("snoozedUntilReplyToast"),
      { status: "snoozed", snoozedUntil },
      { status: "snoozed", snoozedUntil },
    );
  };
  const setLabels = (labels: string[]) => conversation && void apply(conversation, { labels }, { labels });

  const setQueue = (queueId: string | null) => {
    if (conversation && conversation.queueId !== queueId) void apply(conversation, { queueId }, { queueId });
  };

  return { assign, assignToMe, done, reopen, snooze, setLabels, setQueue };
}

const backPatch = (before: Conversation): ConversationPatch =>
  before.status === "snoozed" ? { status: "snoozed", snoozedUntil: before.snoozedUntil } : { status: before.status };
