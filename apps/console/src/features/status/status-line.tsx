"use client";
import { Archive, Volume1 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "../../ui/class-names.ts";
import { StandingMark } from "./standing-mark.tsx";
import { useStanding, useWorkspaceStatus } from "./use-standing.ts";

/**
 * The line at the foot of every screen: quiet while all is well, in words when messages arrive late, and for admins what
 * needs them. On a phone it is there only when it has something to say.
 */
export function StatusLine() {
  const t = useTranslations("status");
  const channels = useTranslations("channels");
  const { standing, text } = useStanding();
  const { data: status } = useWorkspaceStatus();
  const well = standing.kind === "live" || standing.kind === "connecting";
  const quiet = status?.quiet ?? [];
  const quarantined = status?.quarantined;
  return (
    <section
      aria-label={t("label")}
      data-testid="status-line"
      data-standing={standing.kind}
      className={cn(
        "flex min-h-6 shrink-0 flex-wrap items-center gap-x-4 border-line border-t bg-app px-3 py-0.5 text-muted text-sm",
        well && "max-sm:hidden",
        !well && "bg-warning-bg text-warning",
      )}
    >
      <span className="flex min-w-0 items-center gap-1.5">
        <StandingMark standing={standing} />
        <span aria-live="polite" className="min-w-0">
          {text}
          {standing.kind === "late" && status && (
            <span className="tabular">
              {" · "}
              {t("waiting", { count: status.ingest.waiting.count, more: String(status.ingest.waiting.more) })}
            </span>
          )}
        </span>
      </span>
      <span className="flex-1" />
      {quiet[0] && (
        <Link
          href={quiet.length === 1 ? `/settings/channels/${quiet[0].channelAccountId}` : "/settings/channels"}
          className={alarm}
          data-testid="status-quiet"
        >
          <Volume1 aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">
            {quiet.length === 1
              ? t("quietOne", { name: `${quiet[0].name} (${channels(quiet[0].channel)})` })
              : t("quietMany", { count: quiet.length })}
          </span>
        </Link>
      )}
      {quarantined && quarantined.count > 0 && (
        <Link href="/settings/webhooks?state=quarantined" className={alarm} data-testid="status-quarantined">
          <Archive aria-hidden className="size-3.5 shrink-0" />
          {t("quarantined", { count: quarantined.count, more: String(quarantined.more) })}
        </Link>
      )}
    </section>
  );
}

const alarm = "flex min-w-0 items-center gap-1 text-warning hover:underline";
