"use client";
import { type Channel, platformChannels } from "@onethread/core";
import { ChevronRight, FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { useMe } from "../frame/me.tsx";

/** What can be connected: accounts at platforms, and a chat of one's own. */
const connectable = [...platformChannels, "webchat"] as const satisfies readonly Channel[];
export type Connectable = (typeof connectable)[number];

/** Which channel, each with what is needed for it. */
export function ChooseChannel({ onChoose }: { onChoose: (channel: Connectable) => void }) {
  const t = useTranslations("channelsAdmin.wizard");
  const names = useTranslations("channels");
  const { simulated } = useMe();
  return (
    <>
      <h2 className="mb-2 font-medium">{t("choose")}</h2>
      <ul className="flex flex-col gap-3">
        {connectable.map((channel) => (
          <li key={channel}>
            <button
              type="button"
              data-testid={`choose-${channel}`}
              onClick={() => onChoose(channel)}
              className="flex w-full items-center gap-3 rounded-panel border border-line px-4 py-3 text-start hover:bg-hover"
            >
              <ChannelIcon channel={channel} label={false} className="size-5" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{names(channel)}</span>
                <span className="block text-muted text-sm">{t(`need.${channel}`)}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-4 flex items-start gap-2 text-muted text-sm">
        {simulated && <FlaskConical aria-hidden className="mt-0.5 size-4 shrink-0" />}
        {simulated ? t("simulated") : t("needAddress")}
      </p>
    </>
  );
}
