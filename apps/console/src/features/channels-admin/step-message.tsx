"use client";
import type { ChannelAccount, ConnectionProgress } from "@onethread/core/api";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { useMe } from "../frame/me.tsx";
import { addressOf } from "./account-state.tsx";
import { ConnectStep } from "./connect-step.tsx";

/** The round trip: somebody writes, somebody answers. */
export function StepMessage({ account, progress: { message, lastOutboundAt } }: { account: ChannelAccount; progress: ConnectionProgress }) {
  const t = useTranslations("channelsAdmin.wizard");
  const dates = useDates();
  const { simulatorUrl } = useMe();
  const linked = "w-fit text-accent-text underline underline-offset-2";
  return (
    <ConnectStep
      name="message"
      state={message ? "done" : "waiting"}
      title={t("message")}
      said={
        message
          ? t("messageDone", { date: dates.full(message.at) })
          : t(`messageText.${account.channel as "whatsapp"}`, { address: addressOf(account) })
      }
    >
      {!message && simulatorUrl && (
        <a href={simulatorUrl} target="_blank" rel="noopener" className={linked}>
          {t("openSimulator")}
        </a>
      )}
      {message && (
        <Link href={`/inbox/all/${message.conversationId}`} className={linked}>
          {lastOutboundAt ? t("replied") : t("reply")}
        </Link>
      )}
    </ConnectStep>
  );
}
