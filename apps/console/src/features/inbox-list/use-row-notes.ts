"use client";
import type { Conversation } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { useMe } from "../frame/me.tsx";

/**
 * What a row shows as dots, icons and colours, in words. Around the row's own text it makes a sentence: "2 unread
 * messages. Maya Trent 4m Where is my order? WhatsApp, Instagram, waiting 14m, assigned to you."
 */
export function useRowNotes(conversation: Conversation, now: number): { before: string; after: string } {
  const t = useTranslations("list");
  const names = useTranslations("channels");
  const dates = useDates();
  const agentId = useMe().agent?.id ?? null;
  const { channels, lastMessage, unread, status, snoozedUntil, waitingOn, waitingSince, assignee, priority } = conversation;
  const failed = lastMessage?.deliveryStatus === "failed" || lastMessage?.deliveryStatus === "unknown";
  const after = [
    ...channels.map((channel) => names(channel)),
    conversation.mention === "new" ? t("mentioned") : "",
    failed ? t("failed") : "",
    priority === "high" || priority === "urgent" ? t(`priority.${priority}`) : "",
    status === "snoozed" ? (snoozedUntil ? t("snoozedUntil", { date: dates.appointment(snoozedUntil) }) : t("snoozed")) : "",
    status === "open" && waitingOn === "us" && waitingSince ? t("waiting", { span: dates.span(now - Date.parse(waitingSince)) }) : "",
    assignee ? (assignee.id === agentId ? t("assignedToYou") : t("assignedTo", { name: assignee.name })) : "",
  ].filter(Boolean);
  return { before: unread > 0 ? `${t("unread", { count: unread })}.` : "", after: after.join(", ") };
}
