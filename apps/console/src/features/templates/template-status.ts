"use client";
import { useTranslations } from "next-intl";
import type { BadgeTone } from "../../ui/badge.tsx";

const tones: Record<string, BadgeTone> = {
  approved: "success",
  pending: "info",
  in_appeal: "info",
  rejected: "danger",
  disabled: "danger",
  deleted: "danger",
  paused: "warning",
  archived: "neutral",
};

export const statusTone = (status: string): BadgeTone => tones[status] ?? "neutral";

/** A template's status in words; the platform's own word where we have none. */
export function useTemplateStatus(): (status: string) => string {
  const t = useTranslations("templates.status");
  return (status) => {
    const key = status as "approved";
    return t.has(key) ? t(key) : status.replaceAll("_", " ");
  };
}
