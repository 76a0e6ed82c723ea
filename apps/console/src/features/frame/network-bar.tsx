"use client";
import { RefreshCw, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "../../ui/banner.tsx";
import { useLiveStatus } from "../live/live-status.ts";
import { useOnline } from "./use-online.ts";

/** Says so when the browser is offline, or when live updates have been away for more than 5 seconds. */
export function NetworkBar() {
  const t = useTranslations("frame");
  const online = useOnline();
  const live = useLiveStatus();
  return (
    <div role="status">
      {!online && (
        <Banner tone="warning" icon={<WifiOff aria-hidden className="size-4" />}>
          {t("offline")}
        </Banner>
      )}
      {online && live === "reconnecting" && (
        <Banner tone="warning" icon={<RefreshCw aria-hidden className="size-4 animate-spin" />}>
          {t("reconnecting")}
        </Banner>
      )}
    </div>
  );
}
