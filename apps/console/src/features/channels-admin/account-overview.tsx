"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { deleteChannelAccount, setChannelAccountState } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useSave } from "../settings/use-save.ts";
import { accountFacts, logDetails } from "./account-facts.ts";
import { AccountHealth } from "./account-health.tsx";
import { channelLogQuery } from "./channel-log-query.ts";
import { useLogText } from "./use-log-text.ts";
import { WebhookAddress } from "./webhook-address.tsx";

/** What is proven to work, what the platform thinks of the account, and what can be done with it. */
export function AccountOverview({ account }: { account: ChannelAccount }) {
  const t = useTranslations("channelsAdmin");
  return (
    <div className="flex flex-col gap-6">
      <Blocked id={account.id} />
      <section aria-label={t("account.health")} className="flex flex-col gap-3">
        <p className="text-muted">{t(`stateText.${account.state}`)}</p>
        <AccountHealth id={account.id} />
        <Facts id={account.id} />
      </section>
      <section aria-label={t("webhookUrl")} className="flex flex-col gap-3">
        <WebhookAddress account={account} />
        <Link href={`/settings/webhooks?account=${account.id}`} className="w-fit text-accent-text underline underline-offset-2">
          {t("account.webhooks")}
        </Link>
      </section>
      <Danger account={account} />
    </div>
  );
}

const useFacts = (id: string) => {
  const log = useInfiniteQuery(channelLogQuery(id));
  return accountFacts(log.data?.pages.flatMap((page) => page.data) ?? []);
};

/** The platform lets nothing out: said first, with its reason. */
function Blocked({ id }: { id: string }) {
  const text = useLogText();
  const dates = useDates();
  const { blocked } = useFacts(id);
  if (!blocked) return null;
  return (
    <Banner tone="danger" className="rounded-control">
      <p className="font-medium">
        {text(blocked.code)} · {dates.appointment(blocked.occurredAt)}
      </p>
      {logDetails(blocked.data).map((detail) => (
        <p key={detail.name} className="text-sm [overflow-wrap:anywhere]">
          {detail.name}: {detail.value}
        </p>
      ))}
    </Banner>
  );
}

function Facts({ id }: { id: string }) {
  const t = useTranslations("channelsAdmin.facts");
  const { quality, limit, verifiedName } = useFacts(id);
  const facts = [
    ["verifiedName", verifiedName],
    ["quality", quality && t(quality === "low" ? "qualityLow" : "qualityGood")],
    ["limit", limit === "-1" || limit === "TIER_UNLIMITED" ? t("noLimit") : limit?.replace(/^TIER_/, "").replaceAll("_", " ")],
  ] as const;
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
      {known.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{t(name)}</dt>
          <dd>{value}</dd>
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
