"use client";
import { RefreshCw, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "../../ui/banner.tsx";
import { useWaitingCount } from "../composer/outbox.ts";
import { useLiveStatus } from "../live/live-status.ts";
import { useOnline } from "./use-online.ts";

/** Says so when the browser is offline, or when live updates have been away for more than 5 seconds. */
export function NetworkBar() {
  const t = useTranslations("frame");
  const online = useOnline();
  const waiting = useWaitingCount();
  const live = useLiveStatus();
  return (
    <div role="status">
      {!online && (
        <Banner tone="warning" icon={<WifiOff aria-hidden className="size-4" />}>
          {waiting > 0 ? t("offlineWaiting", { count: waiting }) : t("offline")}
        </Banner>
      )}
      {online && live === "reconnecting" && (
        <Banner tone="warning" icon={<RefreshCw aria-hidden className="size-4 animate-spin" />}>
          {t("reconnecting")} {waiting > 0 && t("waiting", { count: waiting })}
        </Banner>
      )}
    </div>
  );
}
