"use client";
import { textOn } from "@onethread/core";
import type { PanelPreview, PanelScreen, WidgetSettings } from "@onethread/core/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MessageCircle, Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { keys } from "../../api/keys.ts";
import { previewWidget } from "../../api/widgets.ts";
import { directionOf } from "../../i18n/locales.ts";
import { cn } from "../../ui/class-names.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useSettled } from "../../use-settled.ts";
import { LanguageRow } from "./language-row.tsx";
import { PreviewFrame } from "./preview-frame.tsx";

type Props = { channelAccountId: string; settings: WidgetSettings; language: string; onLanguage: (language: string) => void };

const screens = ["home", "prechat", "conversation", "closed"] as const satisfies readonly PanelScreen[];
/** While somebody types nothing is asked for. Milliseconds. */
const patience = 300;

/** The chat as it would be, with what is not saved yet. */
export function WidgetPreview({ channelAccountId, settings, language, onLanguage }: Props) {
  const t = useTranslations("widget");
  const [screen, setScreen] = useState<PanelScreen>("home");
  const [scheme, setScheme] = useState<"light" | "dark">("light");
  const [phone, setPhone] = useState(false);
  const wanted = useSettled(settings, patience);
  const config = useQuery({
    queryKey: keys.widgetPreview(channelAccountId, language, wanted),
    queryFn: () => previewWidget(channelAccountId, wanted, language),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const message = useMemo<PanelPreview | null>(
    () => (config.data ? { type: "preview", config: config.data, locale: language, scheme, screen } : null),
    [config.data, language, scheme, screen],
  );
  const side = settings.launcherSide === "end" ? "self-end" : "self-start";
  return (
    <section aria-label={t("preview")} className="flex flex-col gap-3" data-testid="widget-preview">
      <LanguageRow title={t("preview")} language={language} onLanguage={onLanguage} />
      <div className="flex flex-wrap gap-2">
        <Segmented
          label={t("previewScreen")}
          value={screen}
          options={screens.map((value) => ({ value, label: t(`screen.${value}`) }))}
          onChange={setScreen}
        />
        <Segmented
          label={t("previewScheme")}
          value={scheme}
          options={[
            { value: "light", label: <Named text={t("light")} icon={<Sun aria-hidden className="size-4" />} /> },
            { value: "dark", label: <Named text={t("dark")} icon={<Moon aria-hidden className="size-4" />} /> },
          ]}
          onChange={setScheme}
        />
        <Segmented
          label={t("previewDevice")}
          value={phone ? "phone" : "desktop"}
          options={[
            { value: "desktop", label: <Named text={t("desktop")} icon={<Monitor aria-hidden className="size-4" />} /> },
            { value: "phone", label: <Named text={t("phone")} icon={<Smartphone aria-hidden className="size-4" />} /> },
          ]}
          onChange={(next) => setPhone(next === "phone")}
        />
      </div>
      {config.isError && !config.isFetching && (
        <p role="status" className="text-muted text-sm">
          {t("previewWaits")}
        </p>
      )}
      <div dir={directionOf(language)} className="flex flex-col items-center gap-3 rounded-panel border border-line bg-hover p-4">
        {message === null ? (
          <SkeletonRows rows={6} label={t("loading")} />
        ) : (
          <PreviewFrame
            message={message}
            title={t("preview")}
            className={cn(
              "h-[560px] max-w-full bg-white",
              phone ? "w-[320px] rounded-[28px] border-8 border-[#1c1917]" : "w-[376px] rounded-[16px] shadow-popup",
            )}
          />
        )}
        {!phone && (
          <span
            aria-hidden
            className={cn("flex size-14 shrink-0 items-center justify-center rounded-full shadow-popup", side)}
            style={{ background: settings.color, color: textOn(settings.color).color }}
          >
            <MessageCircle className="size-6" />
          </span>
        )}
      </div>
      <p className="text-muted text-sm">{t("previewText")}</p>
    </section>
  );
}

function Named({ text, icon }: { text: string; icon: ReactNode }) {
  return (
    <>
      {icon}
      <span className="sr-only">{text}</span>
    </>
  );
}
