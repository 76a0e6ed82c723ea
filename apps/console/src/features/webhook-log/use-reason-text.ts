"use client";
import { useTranslations } from "next-intl";

/** Why a webhook or an item of it was not processed, in words; undefined: there are only the code's own. */
export function useReasonText(): (code: string) => string | undefined {
  const t = useTranslations("webhookLog.because");
  return (code) => {
    const [name = "", detail = ""] = code.split(":");
    if (name === "missing_key") return t("missing_key", { key: detail });
    if (name === "wrong_type") return t("wrong_type", { key: detail });
    if (/^database_2[23]/.test(name)) return t("database");
    if (/^error_|^parser_error$/.test(name)) return t("our_error");
    const key = name as "malformed_json";
    return t.has(key) ? t(key) : undefined;
  };
}
