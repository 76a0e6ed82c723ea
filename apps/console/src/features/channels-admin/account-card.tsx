"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { ChevronDown, FlaskConical, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { deleteChannelAccount, setChannelAccountState } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { cn } from "../../ui/class-names.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useSave } from "../settings/use-save.ts";
import { AccountHealth } from "./account-health.tsx";
import { WebhookAddress } from "./webhook-address.tsx";

const tones: Record<ChannelAccount["state"], BadgeTone> = { connecting: "info", active: "success", degraded: "warning", disabled: "neutral" };

/** One connected account: state, health, webhook address, switching off, deleting. */
export function AccountCard({ account }: { account: ChannelAccount }) {
  const t = useTranslations("channelsAdmin");
  const names = useTranslations("channels");
  const [open, setOpen] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const { busy, save } = useSave(keys.channelAccounts);
  const disabled = account.state === "disabled";
  const detail = account.settings.displayPhoneNumber ?? (account.settings.username ? `@${account.settings.username}` : account.externalId);
  return (
    <section aria-label={account.name} className="rounded-panel border border-line" data-testid="channel-account">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-3 rounded-panel px-4 py-3 text-start hover:bg-hover"
      >
        <ChannelIcon channel={account.channel} label={false} className="size-5" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">
            <bdi>{account.name}</bdi>
          </span>
          <span className="block truncate text-muted text-sm">
            {names(account.channel)} · <bdi dir="ltr">{detail}</bdi>
          </span>
        </span>
        {account.simulated && (
          <Badge tone="info" className="hidden sm:inline-flex">
            <FlaskConical aria-hidden className="size-3" />
            {t("simulatedBadge")}
          </Badge>
        )}
        <Badge tone={tones[account.state]}>{t(`state.${account.state}`)}</Badge>
        <ChevronDown aria-hidden className={cn("size-4 text-muted transition-transform", open && "rotate-180")} />
      </button>
      {open && (
        <div className="flex flex-col gap-4 border-line border-t px-4 py-4">
          <p className="text-muted">{t(`stateText.${account.state}`)}</p>
          <AccountHealth id={account.id} />
          <WebhookAddress account={account} />
          <div className="flex flex-wrap gap-2">
            <Button busy={busy} onClick={() => void save(() => setChannelAccountState(account.id, disabled ? "active" : "disabled"))}>
              {disabled ? t("enable") : t("disable")}
            </Button>
            <Button variant="quiet" className="text-danger" onClick={() => setDeleting(true)}>
              <Trash2 aria-hidden className="size-4" />
              {t("delete")}
            </Button>
          </div>
        </div>
      )}
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t("deleteTitle", { name: account.name })}
        action={t("delete")}
        busy={busy}
        onConfirm={() =>
          void save(
            () => deleteChannelAccount(account.id),
            () => setDeleting(false),
          )
        }
      >
        {t("deleteText")}
      </ConfirmDialog>
    </section>
  );
}
