"use client";
import { useTranslations } from "next-intl";

/** A log entry's code in words; where we have none, the code itself. */
export function useLogText(): (code: string) => string {
  const t = useTranslations("channelsAdmin.log.code");
  return (code) => {
    const key = code as "account_alert";
    return t.has(key) ? t(key) : code.replaceAll("_", " ");
  };
}
