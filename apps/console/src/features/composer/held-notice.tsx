"use client";
import type { Door } from "@onethread/core/api";
import { ArrowLeftRight } from "lucide-react";
import { useTranslations } from "next-intl";

/** Another app has the thread now, and what a reply does about it. */
export function HeldNotice({ door }: { door: Door }) {
  const t = useTranslations("composer.held");
  if (!door.heldBy) return null;
  return (
    <p role="status" className="mx-3 mb-2 flex gap-2 rounded-control bg-info-bg px-3 py-1.5 text-info" data-testid="held-notice">
      <ArrowLeftRight aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {t("text", { app: door.heldBy })} {door.takesControl && t("takesOver")}
      </span>
    </p>
  );
}
