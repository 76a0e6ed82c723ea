"use client";
import type { Channel, IdentityKind } from "@onethread/core";
import type { Customer } from "@onethread/core/api";
import { AtSign, Hash, type LucideIcon, Mail, Phone, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { Badge } from "../../ui/badge.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";

type Identity = Customer["identities"][number];

const channelOf: Partial<Record<IdentityKind, Channel>> = {
  wa_phone: "whatsapp",
  wa_bsuid: "whatsapp",
  wa_bsuid_parent: "whatsapp",
  igsid: "instagram",
  ig_commenter: "instagram",
  psid: "messenger",
  user_ref: "messenger",
  fb_user: "messenger",
  visitor: "webchat",
};
const iconOf: Partial<Record<IdentityKind, LucideIcon>> = { email: Mail, phone: Phone, external_id: Hash };

/** Every address the customer is known by, and whether a platform or only a person vouches for it. */
export function IdentityList({ identities }: { identities: Identity[] }) {
  const t = useTranslations("details");
  if (identities.length === 0) return <p className="text-muted">{t("noIdentities")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {identities.map((identity) => (
        <IdentityRow key={identity.id} identity={identity} />
      ))}
    </ul>
  );
}

function IdentityRow({ identity }: { identity: Identity }) {
  const t = useTranslations("details");
  const dates = useDates();
  const channel = channelOf[identity.kind];
  const Icon = iconOf[identity.kind] ?? AtSign;
  const value = identity.kind === "wa_phone" && /^\d/.test(identity.value) ? `+${identity.value}` : identity.value;
  const proven = identity.strength === "proven";
  return (
    <li className="flex gap-2" title={t("since", { date: dates.full(identity.since) })}>
      <span className="mt-0.5">
        {channel ? <ChannelIcon channel={channel} className="size-4" /> : <Icon aria-hidden className="size-4 text-muted" />}
      </span>
      <div className="min-w-0 flex-1">
        {identity.displayName && (
          <p className="truncate font-medium">
            <bdi>{identity.displayName}</bdi>
          </p>
        )}
        <p className={`[overflow-wrap:anywhere] ${identity.displayName ? "text-muted text-sm" : ""}`}>
          <bdi dir="ltr" className="select-all">
            {value}
          </bdi>
        </p>
        <span className="text-sm text-subtle">{t(`kind.${identity.kind}`)}</span>
      </div>
      <Badge tone={proven ? "success" : "neutral"} className="h-fit" title={t(proven ? "provenText" : "claimedText")}>
        {proven && <ShieldCheck aria-hidden className="size-3" />}
        {t(proven ? "proven" : "claimed")}
      </Badge>
    </li>
  );
}
