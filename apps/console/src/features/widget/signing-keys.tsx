"use client";
import type { Widget } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { addSigningKey, removeSigningKey } from "../../api/widgets.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { useSave } from "../settings/use-save.ts";

type Props = { channelAccountId: string; signingKeys: Widget["signingKeys"] };

/** As many as are good at once: the one before stays until the shop's server has changed over. */
const most = 2;

/** Whose signature is believed when a shop's page says who its visitor is. */
export function SigningKeys({ channelAccountId, signingKeys }: Props) {
  const t = useTranslations("widget");
  const dates = useDates();
  const { busy, save } = useSave(keys.widget(channelAccountId));
  const [secret, setSecret] = useState<string | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);
  const now = useNow();
  const usedLast = signingKeys.filter(({ usedAt }) => usedAt).toSorted((a, b) => Date.parse(b.usedAt ?? "") - Date.parse(a.usedAt ?? ""))[0]?.id;
  return (
    <section className="flex flex-col gap-3" aria-label={t("signing")} data-testid="signing-keys">
      <h2 className="font-medium text-body">{t("signing")}</h2>
      <p className="text-muted text-sm">{t("signingText")}</p>
      {signingKeys.length === 0 ? (
        <p>{t("noKeys")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-panel border border-line">
          {signingKeys.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center gap-3 px-4 py-2" data-testid="signing-key">
              <code dir="ltr">{key.algorithm}</code>
              <span className="min-w-0 flex-1 text-muted text-sm">
                {t("keyMade", { date: dates.appointment(key.createdAt) })}
                {" · "}
                {key.usedAt ? t("keyUsed", { ago: dates.ago(key.usedAt, now) }) : t("keyUnused")}
              </span>
              {key.id === usedLast && signingKeys.length > 1 && <Badge tone="success">{t("keyUsedLast")}</Badge>}
              <Button variant="quiet" className="text-danger" onClick={() => setRemoving(key.id)}>
                {t("removeKey")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {secret && <CopyField label={t("keySecret")} value={secret} hint={t("keyOnce")} />}
      <p>
        <Button
          busy={busy}
          disabled={signingKeys.length >= most}
          onClick={() =>
            void save(
              () => addSigningKey(channelAccountId),
              (made) => setSecret(made.secret),
            )
          }
        >
          {t("addKey")}
        </Button>
      </p>
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={t("removeKeyTitle")}
        action={t("removeKey")}
        busy={busy}
        onConfirm={() =>
          void save(
            () => removeSigningKey(channelAccountId, removing ?? ""),
            () => {
              setRemoving(null);
              setSecret(null);
            },
          )
        }
      >
        {removing === usedLast && <p className="mb-2 font-medium">{t("removeKeyInUse")}</p>}
        {t("removeKeyText")}
      </ConfirmDialog>
    </section>
  );
}
