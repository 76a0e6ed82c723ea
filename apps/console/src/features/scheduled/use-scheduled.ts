"use client";
import type { ScheduledMessage } from "@onethread/core/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { cancelScheduled, listScheduled, rescheduleMessage, sendScheduledNow } from "../../api/scheduled-messages.ts";
import { unhurried, until } from "../../at-rest.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { putBack } from "../composer/give-back.ts";
import { useMe } from "../frame/me.tsx";

const none: readonly ScheduledMessage[] = [];

/** What waits for its time in a conversation, the next first. */
export const useScheduled = (conversationId: string): readonly ScheduledMessage[] =>
  useQuery({
    queryKey: keys.scheduled(conversationId),
    queryFn: async ({ signal }) => {
      await until(unhurried, signal);
      return listScheduled(conversationId, signal);
    },
  }).data ?? none;

/** What can be done to one of them. Cancelled, its words are back in the composer. */
export function useScheduledActions({ id, conversationId, content, attachments }: ScheduledMessage) {
  const t = useTranslations("scheduled");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const agentId = useMe().agent?.id ?? "";
  const settle = {
    onError: (error: unknown) => toasts.add({ type: "error", title: t("notChanged"), description: errorText(error) }),
    // Also after a refusal: it may have been sent meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: keys.scheduled(conversationId) }),
  };
  const now = useMutation({ mutationFn: () => sendScheduledNow(id), ...settle });
  const move = useMutation({ mutationFn: (at: Date) => rescheduleMessage(id, at.toISOString()), ...settle });
  const cancel = useMutation({
    mutationFn: () => cancelScheduled(id),
    ...settle,
    onSuccess: () => {
      // A template is no text of one's own.
      if (content.kind === "template") return;
      putBack(client, { agentId, conversationId, mode: "reply" }, { text: content.text ?? "", files: attachments, quoted: null, sinceId: null });
    },
  });
  return { now, move, cancel, busy: now.isPending || move.isPending || cancel.isPending };
}
