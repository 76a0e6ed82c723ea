"use client";
import type { ChannelAccount } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

type Props = {
  accounts: readonly ChannelAccount[];
  loading: boolean;
  value: string | null;
  error: string | undefined;
  onChange: (id: string) => void;
};

/** The channel account the first message leaves by. */
export function AccountField({ accounts, loading, value, error, onChange }: Props) {
  const t = useTranslations("newMessage");
  const names = useTranslations("channels");
  if (loading) return <Skeleton className="h-14" />;
  if (!value) return <p className="rounded-control bg-warning-bg px-3 py-2 text-warning">{t("noAccount")}</p>;
  return (
    <Field label={t("from")} error={error}>
      <Select
        value={value}
        onChange={onChange}
        options={accounts.map((account) => ({
          value: account.id,
          label: (
            <span className="flex min-w-0 items-center gap-2">
              <ChannelIcon channel={account.channel} label={false} />
              <span className="truncate">
                {names(account.channel)} · <bdi>{account.name}</bdi>
                {account.settings.displayPhoneNumber && (
                  <>
                    {" · "}
                    <bdi dir="ltr">{account.settings.displayPhoneNumber}</bdi>
                  </>
                )}
              </span>
            </span>
          ),
        }))}
      />
    </Field>
  );
}
