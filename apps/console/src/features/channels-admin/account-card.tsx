"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { AccountState, addressOf } from "./account-state.tsx";

/** One connected account in the list; its page has the rest. */
export function AccountCard({ account }: { account: ChannelAccount }) {
  const names = useTranslations("channels");
  return (
    <Link
      href={`/settings/channels/${account.id}`}
      data-testid="channel-account"
      className="flex w-full items-center gap-3 rounded-panel border border-line px-4 py-3 hover:bg-hover"
    >
      <ChannelIcon channel={account.channel} label={false} className="size-5" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          <bdi>{account.name}</bdi>
        </span>
        <span className="block truncate text-muted text-sm">
          {names(account.channel)} · <bdi dir="ltr">{addressOf(account)}</bdi>
        </span>
      </span>
      <AccountState account={account} />
      <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />
    </Link>
  );
}
