"use client";
import { useTranslations } from "next-intl";
import { CopyField } from "../../ui/copy-field.tsx";

/** Where the platform has to send its webhooks. */
export function WebhookAddress({ path, verifyToken }: { path: string; verifyToken?: string | undefined }) {
  const t = useTranslations("channelsAdmin");
  return (
    <div className="flex flex-col gap-3">
      <CopyField label={t("webhookUrl")} value={new URL(path, window.location.origin).href} hint={t("webhookHint")} />
      {verifyToken && <CopyField label={t("verifyToken")} value={verifyToken} hint={t("verifyTokenHint")} />}
    </div>
  );
}
