"use client";
import { useTranslations } from "next-intl";
import { ApiError } from "../api/api-error.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { useErrorText } from "./use-error-text.ts";

/** What went wrong, in words, with a way on and the request id for whoever has to look it up. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations("ui");
  const text = useErrorText();
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <div role="alert">
      <EmptyState title={t("errorTitle")} action={onRetry && <Button onClick={onRetry}>{t("retry")}</Button>}>
        <p>{text(error)}</p>
        {requestId && <p className="mt-1 select-all text-sm text-subtle">{t("requestId", { id: requestId })}</p>}
      </EmptyState>
    </div>
  );
}
