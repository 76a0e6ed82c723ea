"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { findRawItem } from "../../api/webhook-events.ts";
import { useMay } from "../frame/me.tsx";

/** For admins: the item as the platform sent it. */
export function RawForm({ item }: { item: TimelineItem }) {
  const t = useTranslations("content.raw");
  const may = useMay("see_webhooks");
  const [open, setOpen] = useState(false);
  const { channelAccountId, externalId } = item;
  const raw = useQuery({
    queryKey: keys.rawItem(item.id),
    queryFn: () => findRawItem(item.id, externalId ?? ""),
    enabled: open && externalId !== null,
  });
  if (!may || !externalId) return null;
  return (
    <details className="mt-1 max-w-full text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-muted">{t("show")}</summary>
      {raw.data && (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
          tabIndex={0}
          dir="ltr"
          className="mt-1 max-h-60 max-w-full overflow-auto whitespace-pre-wrap rounded-control bg-surface p-2 font-mono text-xs [overflow-wrap:anywhere]"
        >
          {JSON.stringify(raw.data.raw, null, 2)}
        </pre>
      )}
      {raw.isLoading && <p className="text-muted">{t("looking")}</p>}
      {raw.isError && <p className="text-danger">{t("failed")}</p>}
      {raw.data === null && <p className="text-muted">{t("notFound")}</p>}
      {open && (
        <Link
          href={`/settings/webhooks${channelAccountId ? `?account=${channelAccountId}` : ""}`}
          className="text-accent-text underline underline-offset-2"
        >
          {t("log")}
        </Link>
      )}
    </details>
  );
}
