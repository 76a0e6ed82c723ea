"use client";
import { useTranslations } from "next-intl";
import { cn } from "../../ui/class-names.ts";
import { Field } from "../../ui/field.tsx";
import { controlClass, Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { type Lifetime, lifetimes, readAddresses, strangeAddresses } from "./key-limits.ts";

export type KeyLimits = { lifetime: Lifetime; date: string; addresses: string };
type Props = { limits: KeyLimits; onChange: (limits: KeyLimits) => void };

/** Until when a new key works, and from where. */
export function KeyLimitFields({ limits, onChange }: Props) {
  const t = useTranslations("apiKeys");
  const strange = strangeAddresses(readAddresses(limits.addresses));
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toLocaleDateString("sv");
  return (
    <>
      <Field label={t("expires")}>
        <Select
          value={limits.lifetime}
          onChange={(lifetime) => onChange({ ...limits, lifetime })}
          options={lifetimes.map((value) => ({ value, label: t(`lifetime.${value}`) }))}
        />
      </Field>
      {limits.lifetime === "date" && (
        <Field label={t("lastDay")}>
          <Input type="date" required min={tomorrow} value={limits.date} onChange={(event) => onChange({ ...limits, date: event.target.value })} />
        </Field>
      )}
      <Field
        label={t("addresses")}
        hint={t("addressesHint")}
        error={strange.length > 0 ? t("addressesWrong", { entries: strange.join(", ") }) : undefined}
      >
        <textarea
          rows={2}
          dir="ltr"
          spellCheck={false}
          placeholder="203.0.113.7, 10.0.0.0/8, 2001:db8::/32"
          value={limits.addresses}
          onChange={(event) => onChange({ ...limits, addresses: event.target.value })}
          className={cn(controlClass, "field-sizing-content max-h-40 min-h-14 resize-y py-1.5 font-mono text-sm")}
        />
      </Field>
    </>
  );
}
