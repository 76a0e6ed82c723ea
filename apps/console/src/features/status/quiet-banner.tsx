"use client";
import type { Schemas } from "@onethread/api-client";
import { Volume1 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { Banner } from "../../ui/banner.tsx";

type Props = { quiet: Schemas["ChannelQuiet"]; name: string; action?: ReactNode };

/** A channel that usually talks at this time and does not: how many messages are missing, and what to look at. */
export function QuietBanner({ quiet, name, action }: Props) {
  const t = useTranslations("status");
  const dates = useDates();
  return (
    <Banner tone="warning" className="rounded-control" icon={<Volume1 aria-hidden className="size-4" />} action={action}>
      <p className="font-medium">{t("quietTitle", { name })}</p>
      <p className="text-sm">{t("quietText", { usual: quiet.usual, since: dates.appointment(quiet.since) })}</p>
    </Banner>
  );
}
