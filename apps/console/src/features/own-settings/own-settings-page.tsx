"use client";
import type { AgentSettings } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { useChangeOwnSettings, useOwnSettingsQuery } from "./use-own-settings.ts";

export type OwnSettingsProps = { settings: AgentSettings; change: (patch: Partial<AgentSettings>) => void };
type Props = { title: string; text: string; children: (props: OwnSettingsProps) => ReactNode };

/** A page of what one chooses for oneself, once it is known what was chosen before. */
export function OwnSettingsPage({ title, text, children }: Props) {
  const t = useTranslations("ui");
  const query = useOwnSettingsQuery();
  const change = useChangeOwnSettings();
  return (
    <SettingsPage title={title} text={text}>
      {query.data ? (
        children({ settings: query.data, change })
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows rows={8} label={t("loading")} />
      )}
    </SettingsPage>
  );
}
