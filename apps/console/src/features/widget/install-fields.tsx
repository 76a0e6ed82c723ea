"use client";
import { isOriginPattern } from "@onethread/core";
import type { Widget } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { cn } from "../../ui/class-names.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { Field } from "../../ui/field.tsx";
import { controlClass } from "../../ui/input.tsx";
import { Sightings } from "./sightings.tsx";
import { policyOf, readOrigins, snippetOf } from "./snippet.ts";

/** What is no site's address. */
export const strangeOrigins = (text: string): string[] => readOrigins(text).filter((one) => !isOriginPattern(one));

type Props = { channelAccountId: string; widget: Widget; origins: string; onOrigins: (origins: string) => void };

/** The line for the shop's pages, and which sites they are. */
export function InstallFields({ channelAccountId, widget, origins, onOrigins }: Props) {
  const t = useTranslations("widget");
  const wrong = strangeOrigins(origins);
  const here = window.location.origin;
  return (
    <section className="flex flex-col gap-4" aria-label={t("install")}>
      <h2 className="font-medium text-body">{t("install")}</h2>
      <CopyField label={t("snippet")} value={snippetOf(here, widget.key)} hint={t("installText")} />
      <Field label={t("origins")} hint={t("originsHint")} error={wrong.length > 0 ? t("originsWrong", { entries: wrong.join(", ") }) : undefined}>
        <textarea
          rows={3}
          dir="ltr"
          spellCheck={false}
          placeholder="https://shop.com"
          value={origins}
          onChange={(event) => onOrigins(event.target.value)}
          className={cn(controlClass, "field-sizing-content max-h-60 min-h-20 resize-y py-1.5 font-mono text-sm")}
        />
      </Field>
      <Sightings
        channelAccountId={channelAccountId}
        sites={widget.settings.allowedOrigins}
        onAllow={(origin) => onOrigins([...readOrigins(origins), origin].join("\n"))}
      />
      <CopyField label={t("csp")} value={policyOf(here)} hint={t("cspHint")} />
    </section>
  );
}
