"use client";
import type { Conversation } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { useMe } from "../frame/me.tsx";
import { previewOf } from "./preview.ts";

/** A row as a sentence: "Unread. Maya Trent, WhatsApp and Instagram, “Where is my order”, 4m ago, waiting 14m, assigned to you." */
export function useRowName(conversation: Conversation, now: number): string {
  const t = useTranslations("list");
  const names = useTranslations("channels");
  const dates = useDates();
  const agentId = useMe().agent?.id ?? null;
  const { customer, channels, lastMessage, unread, status, snoozedUntil, waitingOn, waitingSince, assignee } = conversation;
  const preview = previewOf(t, lastMessage, agentId);
  const failed = lastMessage?.deliveryStatus === "failed";
  const parts = [
    customer.name ?? t("noName"),
    channels.map((channel) => names(channel)).join(", "),
    `${preview.prefix} ${preview.text}`.trim(),
    dates.short(conversation.lastActivityAt, now),
    failed ? t("failed") : "",
    status === "snoozed" ? (snoozedUntil ? t("snoozedUntil", { date: dates.appointment(snoozedUntil) }) : t("snoozed")) : "",
    status === "open" && waitingOn === "us" && waitingSince ? t("waiting", { span: dates.span(now - Date.parse(waitingSince)) }) : "",
    assignee ? (assignee.id === agentId ? t("assignedToYou") : t("assignedTo", { name: assignee.name })) : "",
  ].filter(Boolean);
  return `${unread > 0 ? `${t("unread", { count: unread })}. ` : ""}${parts.join(", ")}`;
}
