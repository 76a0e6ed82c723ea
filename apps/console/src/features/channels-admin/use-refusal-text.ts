"use client";
import type { ConnectionProgress } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";

type Refused<K extends "refusedHandshake" | "refusedWebhook"> = NonNullable<ConnectionProgress[K]>;

/** What was wrong with what came to a webhook's door, in words, with its time. */
export function useRefusalText() {
  const t = useTranslations("channelsAdmin.wizard");
  const dates = useDates();
  const withTime = (text: string, at: string) => `${text} ${t("lastTry", { time: dates.time(at) })}`;
  return {
    handshake: ({ reason, start, length, at }: Refused<"refusedHandshake">): string =>
      withTime(reason === "wrong" && start ? t("refusedHandshake.wrongStart", { start, length }) : t(`refusedHandshake.${reason}`), at),
    webhook: ({ reason, at }: Refused<"refusedWebhook">): string => withTime(t(`refusedWebhook.${reason}`), at),
  };
}
