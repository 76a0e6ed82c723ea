"use client";
import { Inbox } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMay, useMe } from "../frame/me.tsx";
import { useListing } from "../inbox/use-listing.ts";
import { narrow, useNarrowed } from "../inbox/use-narrowed.ts";

/** An empty list: filtered away, finished, or never begun. */
export function ListEmpty() {
  const t = useTranslations("list.empty");
  const narrowed = useNarrowed();
  const { view } = useListing();
  const { simulated, simulatorUrl } = useMe();
  const mayConnect = useMay("manage_channels");
  if (narrowed.q || narrowed.channel || narrowed.filter) {
    const clear = () => narrow({ q: null, channel: null, filter: null });
    return <EmptyState title={t("filtered")} action={<Button onClick={clear}>{t("clear")}</Button>} />;
  }
  if (!view) return <EmptyState title={t("saved")} />;
  if (view !== "all") return <EmptyState title={t(`${view}.title`)}>{t(`${view}.text`)}</EmptyState>;
  return (
    <EmptyState
      icon={<Inbox aria-hidden className="size-8" strokeWidth={1.25} />}
      title={t("all.title")}
      action={
        <div className="flex flex-col items-center gap-2">
          {mayConnect && (
            <Link href="/settings/channels" className="font-medium text-accent-text underline underline-offset-2">
              {t("connect")}
            </Link>
          )}
          {simulated && simulatorUrl && (
            <a href={simulatorUrl} target="_blank" rel="noopener" className="font-medium text-accent-text underline underline-offset-2">
              {t("simulator")}
            </a>
          )}
        </div>
      }
    >
      {t("all.text")}
    </EmptyState>
  );
}
