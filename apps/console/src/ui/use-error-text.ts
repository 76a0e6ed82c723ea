"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ApiError } from "../api/api-error.ts";

/** Turns whatever a call threw into a sentence in the agent's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("errors");
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t("internal_error");
      if (error.code === "too_many_requests") return t("too_many_requests", { seconds: error.retryAfter ?? 60 });
      const code = error.code as Parameters<typeof t.has>[0];
      // Codes we have no sentence for still come with one from the server, in English.
      return t.has(code) ? t(code as "internal_error") : error.message;
    },
    [t],
  );
}
