"use client";
import type { Conversation } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ApiError } from "../../api/api-error.ts";
import { type ConversationPatch, patchConversation } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { useCustomerName } from "../../i18n/use-customer-name.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMe } from "../frame/me.tsx";
import { forgetActed, noteActed, noteTakenBack } from "../inbox-list/acted-on.ts";
import { lastSeenOf } from "../timeline/last-seen.ts";
import { dropUndo } from "../undo/undo-stack.ts";
import { useUndoable } from "../undo/use-undoable.ts";
import { writeConversation } from "./conversation-cache.ts";
import { useAdvance } from "./use-advance.ts";

type Change = { optimistic: Partial<Conversation>; patch: ConversationPatch };

/** What an agent does to a conversation. Shown at once, taken back when the server refuses, undone by toast or key. */
export function useConversationActions(conversation: Conversation | undefined) {
  const t = useTranslations("conversation");
  const nameOf = useCustomerName();
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const undoable = useUndoable();
  const advance = useAdvance();
  const dates = useDates();
  const { agent } = useMe();
  const agentId = agent?.id ?? null;

  const apply = useCallback(
    async (before: Conversation, { optimistic, patch }: Change): Promise<boolean> => {
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

  /** Does it at once; the way back is there at once, too, and waits for the change when it is taken sooner. */
  const change = (title: string, forward: Change, back: Change, { leaves = false, trace = title } = {}) => {
    const before = conversation;
    if (!before) return;
    const away = leaves ? advance(before.id) : undefined;
    let done: Promise<boolean> = Promise.resolve(true);
    const step = undoable(title, () => {
      noteTakenBack(before.id);
      away?.back();
      void done.then(async (ok) => {
        if (!ok) return;
        await apply({ ...before, ...forward.optimistic }, back);
        // It may have left lists that it belongs to again: they are read anew, in their order.
        void client.invalidateQueries({ queryKey: keys.conversations });
      });
    });
    noteActed(before.id, { title: trace, undoStep: step });
    done = apply(before, forward);
    void done.then((ok) => {
      if (ok) return;
      dropUndo(step);
      forgetActed(before.id);
      away?.back();
    });
  };
  const name = conversation ? nameOf(conversation.customer, conversation.channels) : "";
  const backTo = ({ status, snoozedUntil }: Conversation): Change => ({
    optimistic: { status, snoozedUntil },
    patch: status === "snoozed" ? { status, snoozedUntil } : { status },
  });

  const assign = (assignee: { id: string; name: string } | null) => {
    if (!conversation || conversation.assignee?.id === assignee?.id) return;
    const to = (who: { id: string; name: string } | null): Change => ({ optimistic: { assignee: who }, patch: { assigneeId: who?.id ?? null } });
    change(assignee ? t("assignedToast", { name: assignee.name }) : t("unassignedToast"), to(assignee), to(conversation.assignee));
  };
  const assignToMe = () => agent && assign({ id: agent.id, name: agent.name });
  const done = () => {
    if (!conversation || conversation.status === "done") return;
    const lastSeenItemId = lastSeenOf(conversation);
    const forward: Change = {
      optimistic: { status: "done", snoozedUntil: null },
      patch: { status: "done", ...(lastSeenItemId ? { lastSeenItemId } : {}) },
    };
    change(t("doneToast", { name }), forward, backTo(conversation), { leaves: true, trace: t("doneTrace") });
  };
  const reopen = () => {
    if (conversation)
      change(t("reopenedToast"), { optimistic: { status: "open", snoozedUntil: null }, patch: { status: "open" } }, backTo(conversation));
  };
  /** Null: until the customer replies. */
  const snooze = (until: Date | null) => {
    if (!conversation) return;
    const snoozedUntil = until?.toISOString() ?? null;
    const title = snoozedUntil ? t("snoozedToast", { date: dates.appointment(snoozedUntil) }) : t("snoozedUntilReplyToast");
    const forward: Change = { optimistic: { status: "snoozed", snoozedUntil }, patch: { status: "snoozed", snoozedUntil } };
    change(title, forward, backTo(conversation), { leaves: true });
  };
  const setLabels = (labels: string[]) => conversation && void apply(conversation, { optimistic: { labels }, patch: { labels } });
  const setQueue = (queueId: string | null) => {
    if (conversation && conversation.queueId !== queueId) void apply(conversation, { optimistic: { queueId }, patch: { queueId } });
  };
  const setPriority = (priority: Conversation["priority"]) => {
    if (conversation && conversation.priority !== priority) void apply(conversation, { optimistic: { priority }, patch: { priority } });
  };

  return { assign, assignToMe, done, reopen, snooze, setLabels, setQueue, setPriority };
}
