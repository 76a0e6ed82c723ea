"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ApiKey, revokeApiKey } from "../../api/api-keys.ts";
import { keys } from "../../api/keys.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useSave } from "../settings/use-save.ts";
import { expiryState } from "./key-limits.ts";

export function ApiKeyRow({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations("apiKeys");
  const dates = useDates();
  const [revoking, setRevoking] = useState(false);
  const { busy, save } = useSave(keys.apiKeys);
  const expiry = expiryState(apiKey.expiresAt, useNow());
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3" data-testid="api-key">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <bdi className="font-medium">{apiKey.name}</bdi>
          <code dir="ltr" className="text-muted text-sm">
            {apiKey.prefix}…
          </code>
          {expiry.kind === "expired" && <Badge tone="danger">{t("expired")}</Badge>}
          {expiry.kind === "soon" && <Badge tone="warning">{t("expiresSoon", { days: expiry.days })}</Badge>}
        </p>
        <p className="mt-1 flex flex-wrap gap-1">
          {apiKey.scopes.map((scope) => (
            <Badge key={scope}>{t(`scope.${scope}`)}</Badge>
          ))}
        </p>
        <p className="mt-1 text-sm text-subtle">
          {t("created", { date: dates.appointment(apiKey.createdAt) })} ·{" "}
          {apiKey.lastUsedAt ? t("lastUsed", { date: dates.appointment(apiKey.lastUsedAt) }) : t("neverUsed")}
          {apiKey.expiresAt && ` · ${t(expiry.kind === "expired" ? "ended" : "ends", { date: dates.appointment(apiKey.expiresAt) })}`}
        </p>
        {apiKey.addresses.length > 0 && (
          <p className="mt-1 text-sm text-subtle [overflow-wrap:anywhere]">
            {t("onlyFrom")} <bdi dir="ltr">{apiKey.addresses.join(", ")}</bdi>
          </p>
        )}
      </div>
      <Button variant="quiet" className="text-danger" onClick={() => setRevoking(true)}>
        {t("revoke")}
      </Button>
      <ConfirmDialog
        open={revoking}
        onOpenChange={setRevoking}
        title={t("revokeTitle", { name: apiKey.name })}
        action={t("revoke")}
        busy={busy}
        onConfirm={() =>
          void save(
            () => revokeApiKey(apiKey.id),
            () => setRevoking(false),
          )
        }
      >
        {t("revokeText")}
      </ConfirmDialog>
    </li>
  );
}
