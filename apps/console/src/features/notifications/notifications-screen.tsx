"use client";
import { notificationPreviews, notificationSounds } from "@onethread/core";
import type { AgentSettings } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { ErrorState } from "../../ui/error-state.tsx";
import { Select } from "../../ui/select.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { SettingRow } from "../own-settings/setting-row.tsx";
import { useChangeOwnSettings, useOwnSettingsQuery } from "../own-settings/use-own-settings.ts";
import { SettingsPage } from "../settings/settings-page.tsx";
import { showOnDesktop, useDesktopPermission } from "./desktop.ts";
import { DesktopState } from "./desktop-state.tsx";
import { NotificationMatrix, type TryableWay } from "./notification-matrix.tsx";
import { QuietChoice } from "./quiet-choice.tsx";
import { playSound } from "./sound.ts";
import { VolumeSlider } from "./volume-slider.tsx";

/** What one is told of, how, and when not. */
export function NotificationsScreen() {
  const t = useTranslations("notifications");
  const ui = useTranslations("ui");
  const query = useOwnSettingsQuery();
  const change = useChangeOwnSettings();
  return (
    <SettingsPage title={t("title")} text={t("text")}>
      {query.data ? (
        <Choices settings={query.data} change={change} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows rows={6} label={ui("loading")} />
      )}
    </SettingsPage>
  );
}

type ChoicesProps = { settings: AgentSettings; change: (patch: Partial<AgentSettings>) => void };

function Choices({ settings, change }: ChoicesProps) {
  const t = useTranslations("notifications");
  const toasts = useToasts();
  const permission = useDesktopPermission();
  const attempt = (way: TryableWay) => {
    if (way === "sound") return playSound(settings.notificationSound, settings.notificationVolume);
    const shown = way === "desktop" && showOnDesktop({ title: t("example"), body: t("exampleText"), tag: "onethread-try", onClick: () => {} });
    if (way === "toast") toasts.add({ title: t("example"), description: t("exampleText") });
    else if (!shown) toasts.add({ title: t("notAllowed"), description: t(`permission.${permission}`) });
  };
  return (
    <>
      <DesktopState permission={permission} />
      <NotificationMatrix settings={settings} onChange={change} onTry={attempt} />
      <div className="mt-4">
        <QuietChoice quietUntil={settings.quietUntil} onChange={(quietUntil) => change({ quietUntil })} />
        <SettingRow label={t("sound")} text={t("soundText")}>
          <Select
            className="w-44 shrink-0"
            value={settings.notificationSound}
            options={notificationSounds.map((value) => ({ value, label: t(`sounds.${value}`) }))}
            onChange={(notificationSound) => {
              change({ notificationSound });
              playSound(notificationSound, settings.notificationVolume);
            }}
          />
        </SettingRow>
        <SettingRow label={t("volume")} text={t("volumeText")}>
          <VolumeSlider
            volume={settings.notificationVolume}
            onChoose={(notificationVolume) => {
              change({ notificationVolume });
              playSound(settings.notificationSound, notificationVolume);
            }}
          />
        </SettingRow>
        <SettingRow label={t("preview")} text={t("previewText")}>
          <Select
            className="w-44 shrink-0"
            value={settings.notificationPreview}
            options={notificationPreviews.map((value) => ({ value, label: t(`previews.${value}`) }))}
            onChange={(notificationPreview) => change({ notificationPreview })}
          />
        </SettingRow>
      </div>
    </>
  );
}
