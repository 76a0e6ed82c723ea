"use client";
import type { Conversation } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { followConversation } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { writeConversation } from "../conversation/conversation-cache.ts";
import { useMe } from "../frame/me.tsx";

/** Whether the agent is told what happens in a conversation, and how to change that. Shown at once, taken back when it was not saved. */
export function useWatch(conversation: Conversation): { watching: boolean; toggle: () => void } {
  const t = useTranslations("followers");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const { agent } = useMe();
  const watching = agent !== null && conversation.followers.some(({ id }) => id === agent.id);
  const toggle = async () => {
    if (!agent) return;
    const others = conversation.followers.filter(({ id }) => id !== agent.id);
    const followers = watching ? others : [...others, { id: agent.id, name: agent.name }];
    writeConversation(client, { ...conversation, followers }, agent.id);
    try {
      writeConversation(client, await followConversation(conversation.id, !watching), agent.id);
      toasts.add({ title: t(watching ? "ended" : "began") });
      // It belongs to a list that it was not in, or left one.
      for (const queryKey of [keys.viewCounts, keys.conversations]) void client.invalidateQueries({ queryKey });
    } catch (error) {
      writeConversation(client, conversation, agent.id);
      void client.invalidateQueries({ queryKey: keys.conversations });
      toasts.add({ type: "error", title: t("notSaved"), description: errorText(error) });
    }
  };
  return { watching, toggle: () => void toggle() };
}
