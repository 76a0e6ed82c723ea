"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ApiError } from "../../api/api-error.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

type Props = { error: ApiError; onSendAnyway: () => void; onDismiss: () => void };

/** The server did not take the reply. The words are back in the field; a colleague's newer reply can be overruled. */
export function Refusal({ error, onSendAnyway, onDismiss }: Props) {
  const t = useTranslations("composer");
  const errorText = useErrorText();
  const overtaken = error.code === "conversation_changed" || error.code === "newer_message";
  return (
    <div role="alert" className="mx-3 mb-2 flex items-center gap-2 rounded-control bg-danger-bg py-1.5 ps-3 pe-1.5 text-danger">
      <p className="min-w-0 flex-1">
        {overtaken ? t("overtaken") : t("refused", { reason: errorText(error) })}
        {!overtaken &&
          error.details.map((detail) => (
            <span key={detail} lang="en" className="block text-sm">
              {detail}
            </span>
          ))}
        {error.requestId && !overtaken && <span className="ms-1 select-all text-sm opacity-80">({error.requestId})</span>}
      </p>
      {overtaken && (
        <Button size="small" onClick={onSendAnyway}>
          {t("sendAnyway")}
        </Button>
      )}
      <IconButton label={t("dismiss")} size="small" onClick={onDismiss}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
