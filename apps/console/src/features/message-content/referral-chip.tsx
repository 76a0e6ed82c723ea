"use client";
import type { TimelineItem } from "@onethread/core/api";
import { Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { OutsideLink } from "./outside-link.tsx";

/** The ad or the link this message came through. */
export function ReferralChip({ referral }: { referral: NonNullable<TimelineItem["referral"]> }) {
  const t = useTranslations("content.referral");
  const source = referral.source?.toLowerCase() ?? "";
  const isAd = referral.adId !== null || source === "ad" || source === "ads";
  const what = referral.headline ?? (isAd ? null : referral.ref);
  return (
    <div className="mb-1 flex max-w-80 items-start gap-1.5 border-line border-b pb-1 text-muted text-sm" data-testid="referral">
      <Megaphone aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <div className="min-w-0">
        <p className="[overflow-wrap:anywhere]">
          {t(isAd ? "ad" : source === "post" ? "post" : "link")}
          {what && (
            <>
              {" · "}
              <bdi className="font-medium">{what}</bdi>
            </>
          )}
        </p>
        {referral.body && (
          <p dir="auto" className="line-clamp-2">
            {referral.body}
          </p>
        )}
        <OutsideLink url={referral.url}>{t(isAd ? "openAd" : "openLink")}</OutsideLink>
      </div>
    </div>
  );
}
