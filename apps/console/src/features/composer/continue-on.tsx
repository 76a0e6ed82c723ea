"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowRightLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { makeHandOverLink } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { Menu, MenuGroup, MenuItem } from "../../ui/menu.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

type Props = { customerId: string; currentAccountId: string | undefined; onInsert: (sentence: string) => void };

/** Makes a link that carries the thread to another channel, and puts it into the reply. */
export function ContinueOn({ customerId, currentAccountId, onInsert }: Props) {
  const t = useTranslations("composer.continueOn");
  const names = useTranslations("channels");
  const toasts = useToasts();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  const targets = (accounts.data ?? []).filter(
    (account) => account.id !== currentAccountId && account.channel !== "webchat" && account.state !== "disabled",
  );

  const make = async (accountId: string, channel: string) => {
    setBusy(true);
    try {
      const { url } = await makeHandOverLink(customerId, accountId);
      onInsert(t("sentence", { channel, url }));
    } catch (error) {
      toasts.add({ type: "error", title: t("failed"), description: errorText(error) });
    }
    setBusy(false);
  };

  if (targets.length === 0) return null;
  return (
    <Menu
      side="top"
      trigger={
        <Button variant="quiet" size="small" busy={busy}>
          <ArrowRightLeft aria-hidden className="size-3.5" />
          <span className="@max-[640px]:hidden">{t("action")}</span>
          <span className="sr-only @[640px]:hidden">{t("action")}</span>
        </Button>
      }
    >
      <MenuGroup label={t("label")}>
        {targets.map((account) => (
          <MenuItem
            key={account.id}
            icon={<ChannelIcon channel={account.channel} label={false} />}
            onSelect={() => void make(account.id, names(account.channel))}
          >
            {names(account.channel)} · <bdi>{account.name}</bdi>
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}
