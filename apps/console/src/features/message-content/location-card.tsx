"use client";
import type { TimelineItem } from "@onethread/core/api";
import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { CardBox } from "./card-box.tsx";
import { OutsideLink } from "./outside-link.tsx";
import { mapLink } from "./outside-links.ts";

/** A place: its name, address and coordinates; the map opens only when asked for. */
export function LocationCard({ location }: { location: NonNullable<TimelineItem["content"]["location"]> }) {
  const t = useTranslations("content");
  const { latitude, longitude, name, address } = location;
  return (
    <CardBox label={t("location")}>
      <div className="flex gap-2.5 px-3 py-2">
        <MapPin aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" strokeWidth={1.75} />
        <div className="min-w-0">
          <p dir="auto" className="font-medium [overflow-wrap:anywhere]">
            {name ?? t("location")}
          </p>
          {address && (
            <p dir="auto" className="text-muted [overflow-wrap:anywhere]">
              {address}
            </p>
          )}
          <p dir="ltr" className="tabular select-all text-start text-sm text-subtle">
            {latitude}, {longitude}
          </p>
          <OutsideLink url={mapLink(latitude, longitude)}>{t("openMap")}</OutsideLink>
        </div>
      </div>
    </CardBox>
  );
}
