"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleDashed, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { keys } from "../../api/keys.ts";
import { listSightings } from "../../api/widgets.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { isSeenNow, type SiteSeen, sightingsOf } from "./sightings-of.ts";

/** `sites`: those that may show it, as they are saved. */
type Props = { channelAccountId: string; sites: readonly string[]; onAllow: (origin: string) => void };

/** On which of the sites the chat runs, as it is seen: changes by itself while it is looked at. */
export function Sightings({ channelAccountId, sites, onAllow }: Props) {
  const t = useTranslations("widget");
  const found = useQuery({ queryKey: keys.widgetSightings(channelAccountId), queryFn: () => listSightings(channelAccountId) });
  return (
    <section aria-label={t("sightings")} data-testid="sightings" className="flex flex-col gap-2">
      <h3 className="font-medium">{t("sightings")}</h3>
      {found.isPending ? (
        <SkeletonRows rows={1} label={t("loading")} />
      ) : found.data ? (
        <Seen {...sightingsOf(sites, found.data)} onAllow={onAllow} />
      ) : (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
    </section>
  );
}

function Seen({ sites, strangers, onAllow }: ReturnType<typeof sightingsOf> & Pick<Props, "onAllow">) {
  const t = useTranslations("widget");
  const dates = useDates();
  const now = useNow();
  if (sites.length + strangers.length === 0) return <p className="text-muted text-sm">{t("noSites")}</p>;
  return (
    <>
      <ul className="divide-y divide-line rounded-panel border border-line" aria-live="polite">
        {sites.map((one) => (
          <SiteRow key={one.site} {...one} />
        ))}
        {strangers.map(({ origin, seenAt }) => (
          <Row key={origin} icon={<ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />} site={origin}>
            <span className="text-muted text-sm">{t("strange", { ago: dates.ago(seenAt, now) })}</span>
            <Button className="mt-1 self-start" onClick={() => onAllow(origin)}>
              {t("allowIt", { site: origin })}
            </Button>
          </Row>
        ))}
      </ul>
      {sites.some(({ seen }) => seen === null) && (
        <details className="text-sm">
          <summary className="min-h-6 cursor-pointer text-muted">{t("missing")}</summary>
          <ul className="mt-1 flex list-disc flex-col gap-1 ps-5 text-muted">
            <li>{t("missingLine")}</li>
            <li>{t("missingCsp")}</li>
            <li>{t("missingSite")}</li>
          </ul>
        </details>
      )}
    </>
  );
}

function SiteRow({ site, seen }: SiteSeen) {
  const t = useTranslations("widget");
  const dates = useDates();
  const now = useNow();
  if (!seen)
    return (
      <Row icon={<CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-muted motion-safe:animate-pulse" />} site={site}>
        <span className="text-muted text-sm">{t("waiting")}</span>
      </Row>
    );
  const page = `${seen.origin === site ? "" : seen.origin}${seen.path ?? ""}`;
  return (
    <Row icon={<CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />} site={site}>
      <span className="text-sm">
        {isSeenNow(seen, now) ? <span className="font-medium text-success">{t("seenNow")}</span> : t("seenAgo", { ago: dates.ago(seen.seenAt, now) })}
        {page && (
          <bdi dir="ltr" className="ms-2 break-all font-mono text-muted">
            {page}
          </bdi>
        )}
      </span>
      {seen.frameAt === null && <span className="text-muted text-sm">{t("frameMissing")}</span>}
    </Row>
  );
}

function Row({ icon, site, children }: { icon: ReactNode; site: string; children: ReactNode }) {
  return (
    <li className="flex gap-3 px-4 py-2" data-testid="sighting">
      {icon}
      <div className="flex min-w-0 flex-col">
        <bdi dir="ltr" className="break-all font-medium">
          {site}
        </bdi>
        {children}
      </div>
    </li>
  );
}
