"use client";
import type { WidgetSettings } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { SwitchRow } from "../own-settings/switch-row.tsx";

type Props = { settings: WidgetSettings; onChange: (part: Partial<WidgetSettings>) => void };

/** What it says and asks, and where visitors may go on. */
export function BehaviourFields({ settings, onChange }: Props) {
  const t = useTranslations("widget");
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  const doors = (accounts.data ?? []).filter(({ channel }) => channel !== "webchat");
  const toggle = (id: string, on: boolean) => onChange({ doors: on ? [...settings.doors, id] : settings.doors.filter((one) => one !== id) });
  return (
    <section className="flex flex-col gap-2" aria-label={t("behaviour")}>
      <h2 className="font-medium text-body">{t("behaviour")}</h2>
      <SwitchRow
        label={t("replyTime")}
        text={t("replyTimeText")}
        checked={settings.showReplyTime}
        onChange={(showReplyTime) => onChange({ showReplyTime })}
      />
      <SwitchRow label={t("survey")} text={t("surveyText")} checked={settings.survey} onChange={(survey) => onChange({ survey })} />
      {doors.length > 0 && (
        <fieldset className="flex flex-col gap-1 py-3">
          <legend className="font-medium">{t("doors")}</legend>
          <p className="mb-1 text-muted text-sm">{t("doorsText")}</p>
          {doors.map((door) => (
            <label key={door.id} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                checked={settings.doors.includes(door.id)}
                onChange={(event) => toggle(door.id, event.target.checked)}
                className="size-4 accent-(--c-accent)"
              />
              <ChannelIcon channel={door.channel} />
              <bdi>{door.name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </section>
  );
}
