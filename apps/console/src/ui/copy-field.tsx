"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";
import { Input } from "./input.tsx";
import { useCopy } from "./use-copy.ts";

/** A value to take elsewhere: selected on focus, with a copy button. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  return (
    <Field label={label} hint={hint}>
      <CopyInput value={value} />
    </Field>
  );
}

function CopyInput({ value, ...rest }: { value: string }) {
  const t = useTranslations("ui");
  const { copied, copy } = useCopy(value);
  return (
    <div className="flex gap-1">
      <Input {...rest} readOnly value={value} dir="ltr" onFocus={(event) => event.target.select()} className="font-mono text-sm" />
      <IconButton label={copied ? t("copied") : t("copy")} onClick={copy}>
        {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
      </IconButton>
    </div>
  );
}
