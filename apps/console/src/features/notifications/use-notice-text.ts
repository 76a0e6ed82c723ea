"use client";
import type { AgentSettings, Notice } from "@onethread/core/api";
import { useTranslations } from "next-intl";

/** What is told of something, no more of it than may be read over one's shoulder. */
export function useNoticeText() {
  const t = useTranslations("notifications.told");
  const list = useTranslations("list");
  return (notice: Notice, preview: AgentSettings["notificationPreview"]): { title: string; body: string } => {
    if (preview === "none") return { title: t(`plain.${notice.event}`), body: "" };
    const name = notice.customerName ?? list("noName");
    const title = notice.event === "assigned" && !notice.by ? t("someone", { name }) : t(notice.event, { name, by: notice.by ?? "" });
    if (preview === "name") return { title, body: "" };
    return { title, body: notice.preview ?? (notice.kind ? list(`kind.${notice.kind}`) : "") };
  };
}
