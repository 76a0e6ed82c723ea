"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";

const tones: Record<ChannelAccount["state"], BadgeTone> = { connecting: "info", active: "success", degraded: "warning", disabled: "neutral" };

/** What people know an account by at its platform. */
export const addressOf = ({ settings, externalId }: ChannelAccount): string =>
  settings.displayPhoneNumber ?? (settings.username ? `@${settings.username}` : externalId);

/** How an account stands, and whether its messages reach real people. */
export function AccountState({ account }: { account: ChannelAccount }) {
  const t = useTranslations("channelsAdmin");
  return (
    <span className="flex items-center gap-2">
      {account.simulated && (
        <Badge tone="info" className="hidden sm:inline-flex">
          <FlaskConical aria-hidden className="size-3" />
          {t("simulatedBadge")}
        </Badge>
      )}
      <Badge tone={tones[account.state]}>{t(`state.${account.state}`)}</Badge>
    </span>
  );
}
