"use client";
import { Users, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ApiError } from "../../api/api-error.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";

type Newer = { id: string; authorName: string | null; at: string };
type Props = { error: ApiError; onReview: (id: string) => void; onSendAnyway: () => void; onDismiss: () => void };

/** A colleague has replied since the words in the field were begun. They are all still there; the agent decides. */
export function Overtaken({ error, onReview, onSendAnyway, onDismiss }: Props) {
  const t = useTranslations("composer");
  const dates = useDates();
  const newer = error.problem.newer as Newer | undefined;
  const now = useSeconds();
  return (
    <div
      data-testid="overtaken"
      className="mx-3 mb-2 flex flex-wrap items-center gap-2 rounded-control bg-warning-bg py-1.5 ps-3 pe-1.5 text-warning"
    >
      <Users aria-hidden className="size-4 shrink-0" />
      {/* Said once: what is read out does not tick. */}
      <p role="alert" className="sr-only">
        {t("overtaken")}
      </p>
      <p className="min-w-40 flex-1">
        {newer ? t("overtakenBy", { name: newer.authorName ?? t("somebody"), ago: dates.ago(newer.at, now) }) : t("overtaken")}
      </p>
      {newer && (
        <Button size="small" onClick={() => onReview(newer.id)}>
          {t("review")}
        </Button>
      )}
      <Button size="small" onClick={onSendAnyway}>
        {t("sendAnyway")}
      </Button>
      <IconButton label={t("dismiss")} size="small" onClick={onDismiss}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}

/** The time, to the second: how fresh the other answer is matters most in the first minute. */
function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
