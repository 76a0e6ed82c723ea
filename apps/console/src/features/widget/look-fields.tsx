"use client";
import { textOn } from "@onethread/core";
import type { WidgetSettings } from "@onethread/core/api";
import { MessageCircle } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Field } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";

type Props = { settings: WidgetSettings; onChange: (part: Partial<WidgetSettings>) => void };

/** Colour and corner. What is written on the colour is chosen so that it can be read. */
export function LookFields({ settings, onChange }: Props) {
  const t = useTranslations("widget");
  const format = useFormatter();
  const { color, contrast } = textOn(settings.color);
  return (
    <section className="flex flex-col gap-4" aria-label={t("look")}>
      <h2 className="font-medium text-body">{t("look")}</h2>
      <div className="flex items-center gap-4">
        <Field label={t("color")} hint={t("contrast", { ratio: `${format.number(contrast, { maximumFractionDigits: 1 })} : 1` })}>
          <input
            type="color"
            value={settings.color}
            onChange={(event) => onChange({ color: event.target.value })}
            className="h-9 w-20 rounded-control border border-control bg-surface p-1"
          />
        </Field>
        <span
          aria-hidden
          className="flex size-14 shrink-0 items-center justify-center rounded-full shadow-popup"
          style={{ background: settings.color, color }}
        >
          <MessageCircle className="size-6" />
        </span>
      </div>
      <div className="flex items-center gap-3">
        <span className="font-medium">{t("side")}</span>
        <Segmented
          label={t("side")}
          value={settings.launcherSide}
          options={[
            { value: "start", label: t("sideStart") },
            { value: "end", label: t("sideEnd") },
          ]}
          onChange={(launcherSide) => onChange({ launcherSide })}
        />
      </div>
    </section>
  );
}
