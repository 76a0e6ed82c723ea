"use client";
import { notificationPreviews, notificationSounds } from "@onethread/core";
import { useTranslations } from "next-intl";
import { Select } from "../../ui/select.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { OwnSettingsPage, type OwnSettingsProps } from "../own-settings/own-settings-page.tsx";
import { SettingRow } from "../own-settings/setting-row.tsx";
import { showOnDesktop, useDesktopPermission } from "./desktop.ts";
import { DesktopState } from "./desktop-state.tsx";
import { NotificationMatrix, type TryableWay } from "./notification-matrix.tsx";
import { QuietChoice } from "./quiet-choice.tsx";
import { playSound } from "./sound.ts";
import { VolumeSlider } from "./volume-slider.tsx";

/** What one is told of, how, and when not. */
export function NotificationsScreen() {
  const t = useTranslations("notifications");
  return (
    <OwnSettingsPage title={t("title")} text={t("text")}>
      {(own) => <Choices {...own} />}
    </OwnSettingsPage>
  );
}

function Choices({ settings, change }: OwnSettingsProps) {
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
