"use client";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

export function BackToChannels() {
  const t = useTranslations("channelsAdmin");
  return (
    <Link href="/settings/channels" className="inline-flex items-center gap-1 text-accent-text hover:underline">
      <ArrowLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
      {t("title")}
    </Link>
  );
}
