"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { getSecurity } from "../../api/security.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SecondFactorSection } from "./second-factor-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";

/** How one signs in, and where one is signed in. */
export function SecurityScreen() {
  const t = useTranslations("security");
  const ui = useTranslations("ui");
  const security = useQuery({ queryKey: keys.security, queryFn: getSecurity });
  return (
    <SettingsPage title={t("title")} text={t("text")}>
      {security.data ? (
        <div className="flex flex-col gap-8">
          <SecondFactorSection factor={security.data.secondFactor} />
          <SessionsSection sessions={security.data.sessions} />
          <PasswordSection />
        </div>
      ) : security.isError ? (
        <ErrorState error={security.error} onRetry={() => void security.refetch()} />
      ) : (
        <SkeletonRows rows={6} label={ui("loading")} />
      )}
    </SettingsPage>
  );
}
