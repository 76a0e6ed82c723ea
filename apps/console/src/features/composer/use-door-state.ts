"use client";
import type { Door } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { takesText } from "./doors.ts";

export type DoorState = { tone: "muted" | "warning" | "danger" | "info"; text: string; open: boolean };

/** Under this the countdown is an alarm. Milliseconds. */
const lastMinutes = 15 * 60_000;

/** A door's state in one sentence, ticking. */
export function useDoorState(door: Door): DoorState {
  const t = useTranslations("composer.door");
  const names = useTranslations("channels");
  const dates = useDates();
  const now = useNow();
  const open = takesText(door, now);
  const left = door.expiresAt === null ? null : Date.parse(door.expiresAt) - now;
  const channel = names(door.channel);

  if (!open) {
    if (door.state === "blocked" || door.reason === "never_wrote_here") return { tone: "danger", open, text: reasonText(t, door.reason) };
    const ended = left !== null && left < 0 ? dates.span(-left) : null;
    if (door.channel === "whatsapp") return { tone: "warning", open, text: ended ? t("whatsappClosedSince", { span: ended }) : t("whatsappClosed") };
    return { tone: "warning", open, text: ended ? t("closedSince", { channel, span: ended }) : t("closed", { channel }) };
  }
  if (door.state === "unknown") return { tone: "muted", open, text: t("unknown") };
  if (left === null) return { tone: "muted", open, text: t("open") };
  if (door.state === "human_agent") return { tone: "info", open, text: t("humanAgent", { span: dates.span(left) }) };
  const tone = left < lastMinutes ? "danger" : door.state === "closing" ? "warning" : "muted";
  return { tone, open, text: t("openFor", { span: dates.span(left) }) };
}

function reasonText(t: ReturnType<typeof useTranslations<"composer.door">>, reason: string | null): string {
  const key = `reason.${reason ?? "other"}` as "reason.other";
  return t.has(key) ? t(key) : t("reason.other");
}
