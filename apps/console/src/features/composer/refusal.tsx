"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ApiError } from "../../api/api-error.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

/** The server did not take what was written. The words are back in the field. */
export function Refusal({ error, onDismiss }: { error: ApiError; onDismiss: () => void }) {
  const t = useTranslations("composer");
  const errorText = useErrorText();
  return (
    <div role="alert" className="mx-3 mb-2 flex items-center gap-2 rounded-control bg-danger-bg py-1.5 ps-3 pe-1.5 text-danger">
      <p className="min-w-0 flex-1">
        {t("refused", { reason: errorText(error) })}
        {error.details.map((detail) => (
          <span key={detail} lang="en" className="block text-sm">
            {detail}
          </span>
        ))}
        {error.requestId && <span className="ms-1 select-all text-sm opacity-80">({error.requestId})</span>}
      </p>
      <IconButton label={t("dismiss")} size="small" onClick={onDismiss}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
