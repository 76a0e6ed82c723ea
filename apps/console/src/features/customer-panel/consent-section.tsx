"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { Badge } from "../../ui/badge.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { doorsQuery } from "../composer/doors-query.ts";
import { PanelSection } from "./panel-section.tsx";

/** What the customer has said about marketing, per channel account. Not there while nothing was said. */
export function ConsentSection({ conversationId }: { conversationId: string }) {
  const t = useTranslations("details");
  const dates = useDates();
  const doors = useQuery(doorsQuery(conversationId));
  const said = (doors.data ?? []).flatMap((door) => (door.consent ? [{ ...door, consent: door.consent }] : []));
  if (said.length === 0) return null;
  return (
    <PanelSection title={t("consent")}>
      <ul data-testid="consent" className="flex flex-col gap-2">
        {said.map(({ id, channel, channelAccountName, address, consent }) => (
          <li key={id} className="flex gap-2">
            <span className="mt-0.5">
              <ChannelIcon channel={channel} className="size-4" />
            </span>
            <div className="min-w-0 flex-1">
              <bdi className="block truncate">{address}</bdi>
              <span className="block text-muted text-sm [overflow-wrap:anywhere]">
                <bdi>{channelAccountName}</bdi>
                {consent.at && <span title={dates.full(consent.at)}> · {dates.appointment(consent.at)}</span>}
              </span>
            </div>
            <Badge tone={consent.marketing === "granted" ? "success" : "danger"} className="h-fit">
              {t(consent.marketing === "granted" ? "marketingGranted" : "marketingWithdrawn")}
            </Badge>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
