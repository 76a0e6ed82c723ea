"use client";
import { type Scope, scopes } from "@onethread/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { createApiKey, type NewApiKey } from "../../api/api-keys.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { useSave } from "../settings/use-save.ts";
import { KeyLimitFields, type KeyLimits } from "./key-limit-fields.tsx";
import { expiryOf, readAddresses, strangeAddresses } from "./key-limits.ts";

/** Makes a key and shows it, this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("apiKeys");
  const formId = useId();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<Scope[]>(["read"]);
  const [limits, setLimits] = useState<KeyLimits>({ lifetime: "365", date: "", addresses: "" });
  const addresses = readAddresses(limits.addresses);
  const [created, setCreated] = useState<NewApiKey | null>(null);
  const { busy, save } = useSave(keys.apiKeys);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = expiryOf(limits.lifetime, limits.date, Date.now());
    void save(() => createApiKey({ name: name.trim(), scopes: chosen, expiresAt, addresses }), setCreated);
  };
  const toggle = (scope: Scope, on: boolean) => setChosen(scopes.filter((other) => (other === scope ? on : chosen.includes(other))));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={created ? t("createdTitle") : t("create")}
      footer={
        created ? (
          <Button variant="primary" onClick={onClose}>
            {t("finish")}
          </Button>
        ) : (
          <Button type="submit" form={formId} variant="primary" busy={busy} disabled={chosen.length === 0 || strangeAddresses(addresses).length > 0}>
            {t("create")}
          </Button>
        )
      }
    >
      {created ? (
        <CopyField label={created.name} value={created.key} hint={t("onceHint")} />
      ) : (
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pb-2">
          <Field label={t("name")} hint={t("nameHint")}>
            <Input required autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} dir="auto" />
          </Field>
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1 font-medium">{t("scopes")}</legend>
            {scopes.map((scope) => (
              <label key={scope} className="flex items-start gap-2">
                <input
                  type="checkbox"
                  checked={chosen.includes(scope)}
                  onChange={(event) => toggle(scope, event.target.checked)}
                  className="mt-1 accent-(--c-accent)"
                />
                <span>
                  {t(`scope.${scope}`)}
                  <span className="block text-muted text-sm">{t(`scopeText.${scope}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <KeyLimitFields limits={limits} onChange={setLimits} />
        </form>
      )}
    </Dialog>
  );
}
