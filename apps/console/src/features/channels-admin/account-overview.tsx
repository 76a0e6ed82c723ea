"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { deleteChannelAccount, getChannelHealth, setChannelAccountState } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { useSave } from "../settings/use-save.ts";
import { QuietBanner } from "../status/quiet-banner.tsx";
import { AccountHealth } from "./account-health.tsx";
import { useLogText } from "./use-log-text.ts";
import { WebhookAddress } from "./webhook-address.tsx";

/** What is proven to work, what the platform thinks of the account, and what can be done with it. */
export function AccountOverview({ account }: { account: ChannelAccount }) {
  const t = useTranslations("channelsAdmin");
  return (
    <div className="flex flex-col gap-6">
      <Alarms account={account} />
      <section aria-label={t("account.health")} className="flex flex-col gap-3">
        <p className="text-muted">{t(`stateText.${account.state}`)}</p>
        {account.state === "connecting" && (
          <Link href={`/settings/channels/${account.id}/connect`} className="w-fit text-accent-text underline underline-offset-2">
            {t("wizard.goOn")}
          </Link>
        )}
        <AccountHealth id={account.id} shakesHands={account.channel !== "webchat"} />
        <Facts id={account.id} />
      </section>
      <section aria-label={t(account.channel === "webchat" ? "widgetKey" : "webhookUrl")} className="flex flex-col gap-3">
        {account.channel === "webchat" ? (
          <CopyField label={t("widgetKey")} value={account.externalId} hint={t("widgetKeyHint")} />
        ) : (
          <WebhookAddress account={account} />
        )}
        <Link href={`/settings/webhooks?account=${account.id}`} className="w-fit text-accent-text underline underline-offset-2">
          {t("account.webhooks")}
        </Link>
      </section>
      <Danger account={account} />
    </div>
  );
}

const useHealth = (id: string) => useQuery({ queryKey: keys.channelHealth(id), queryFn: () => getChannelHealth(id), refetchInterval: 10_000 });

/** The platform lets nothing out, or nothing comes in: said first, with its reason. */
function Alarms({ account }: { account: ChannelAccount }) {
  const t = useTranslations("channelsAdmin.account");
  const text = useLogText();
  const dates = useDates();
  const { data: health } = useHealth(account.id);
  return (
    <>
      {health?.blocked && (
        <Banner tone="danger" className="rounded-control">
          <p className="font-medium">
            {t("blocked", { reason: text(health.blocked.reason) })} · {dates.appointment(health.blocked.at)}
          </p>
          {health.blocked.until && <p className="text-sm">{t("blockedUntil", { until: dates.appointment(health.blocked.until) })}</p>}
        </Banner>
      )}
      {health?.quiet && <QuietBanner quiet={health.quiet} name={account.name} />}
    </>
  );
}

function Facts({ id }: { id: string }) {
  const t = useTranslations("channelsAdmin.facts");
  const { data: health } = useHealth(id);
  const facts = health?.facts ?? {};
  const known = Object.entries(facts)
    .sort()
    .flatMap(([name, { value }]) => {
      const shown = name === "quality" ? t(value === "flagged" ? "qualityLow" : "qualityGood") : name === "messagingLimit" ? limit(value) : value;
      const label = t.has(name as "quality") ? t(name as "quality") : name;
      return shown ? [{ name, label, shown }] : [];
    });
  function limit(value: string | null): string | undefined {
    return value === "-1" || value === "TIER_UNLIMITED" ? t("noLimit") : value?.replace(/^TIER_/, "").replaceAll("_", " ");
  }
  if (known.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1" data-testid="account-facts">
      {known.map(({ name, label, shown }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="[overflow-wrap:anywhere]">{shown}</dd>
        </div>
      ))}
    </dl>
  );
}

function Danger({ account }: { account: ChannelAccount }) {
  const t = useTranslations("channelsAdmin");
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  const { busy, save } = useSave(keys.channelAccounts);
  const disabled = account.state === "disabled";
  return (
    <div className="flex flex-wrap gap-2 border-line border-t pt-4">
      <Button busy={busy} onClick={() => void save(() => setChannelAccountState(account.id, disabled ? "active" : "disabled"))}>
        {disabled ? t("enable") : t("disable")}
      </Button>
      <Button variant="quiet" className="text-danger" onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-4" />
        {t("delete")}
      </Button>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t("deleteTitle", { name: account.name })}
        action={t("delete")}
        busy={busy}
        onConfirm={() =>
          void save(
            () => deleteChannelAccount(account.id),
            () => router.push("/settings/channels"),
          )
        }
      >
        {t("deleteText")}
      </ConfirmDialog>
    </div>
  );
}
