"use client";
import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { type RoutingRuleInput, tryRoutingRules } from "../../api/routing-rules.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { TrialList } from "./trial-list.tsx";

type Props = { id: string | null; rule: RoutingRuleInput; ready: boolean };

/** What a rule would do that is not saved: shown when asked for, and gone as soon as the rule is another. */
export function TryRule({ id, rule, ready }: Props) {
  const t = useTranslations("routing");
  const [tried, setTried] = useState<string | null>(null);
  const now = JSON.stringify([id, rule]);
  const query = useQuery({
    queryKey: [...keys.routingTrials, now],
    queryFn: ({ signal }) => tryRoutingRules(signal, { ...rule, enabled: true, name: rule.name || t("thisRule"), ...(id ? { id } : {}) }),
    enabled: tried === now,
    gcTime: 0,
  });
  const shown = tried === now;
  const own = query.data?.filter((trial) => trial.considered.at(-1)?.outcome === "matched" && trial.rule?.name === (rule.name || t("thisRule")));
  return (
    <div data-testid="try-rule" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={!ready} busy={shown && query.isFetching} onClick={() => setTried(now)}>
          <FlaskConical aria-hidden className="size-4" />
          {t("dryRunShow")}
        </Button>
        <p aria-live="polite" className="text-muted text-sm">
          {shown && query.data && t("tried", { count: own?.length ?? 0, all: query.data.length })}
        </p>
      </div>
      {shown && query.isPending && <SkeletonRows rows={3} label={t("dryRun")} />}
      {shown && query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {shown && own && own.length > 0 && <TrialList trials={own} />}
    </div>
  );
}
