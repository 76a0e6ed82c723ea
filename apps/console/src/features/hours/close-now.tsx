"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type BusinessHours, patchBusinessHours } from "../../api/business-hours.ts";
import { keys } from "../../api/keys.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { useSave } from "../settings/use-save.ts";

const hour = 3_600_000;
/** As a field for local times has it. */
const localTime = (at: number) => new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** Closes at once, until a time, or opens again before it. */
export function CloseNow({ hours }: { hours: BusinessHours }) {
  const t = useTranslations("hours");
  const now = useNow();
  const { busy, save } = useSave(keys.businessHours);
  const [until, setUntil] = useState<string | null>(null);
  const isClosed = hours.closedUntil !== null && Date.parse(hours.closedUntil) > now;
  const close = () => {
    const at = new Date(until ?? "");
    if (Number.isNaN(at.getTime())) return;
    void save(
      () => patchBusinessHours(hours.id, { closedUntil: at.toISOString() }),
      () => setUntil(null),
    );
  };
  if (isClosed)
    return (
      <Button size="small" busy={busy} onClick={() => void save(() => patchBusinessHours(hours.id, { closedUntil: null }))}>
        {t("openAgain")}
      </Button>
    );
  return (
    <>
      <Button size="small" onClick={() => setUntil(localTime(Date.now() + 2 * hour))}>
        {t("closeNow")}
      </Button>
      <Dialog
        open={until !== null}
        onOpenChange={(open) => !open && setUntil(null)}
        title={t("closeTitle", { name: hours.name })}
        description={t("closeText")}
        footer={
          <Button variant="primary" busy={busy} onClick={close}>
            {t("closeAction")}
          </Button>
        }
      >
        <Field label={t("closedUntil")}>
          <Input type="datetime-local" required min={localTime(now)} value={until ?? ""} onChange={(event) => setUntil(event.target.value)} />
        </Field>
      </Dialog>
    </>
  );
}
