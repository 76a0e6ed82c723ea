"use client";
import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { tryRoutingRules } from "../../api/routing-rules.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { QueryBody } from "../settings/query-body.tsx";
import { TrialList } from "./trial-list.tsx";

/** What the rules would do with the conversations that were last active. Shown when somebody asks; a changed rule asks again. */
export function DryRun({ open, onToggle }: { open: boolean; onToggle: (open: boolean) => void }) {
  const t = useTranslations("routing");
  const query = useQuery({ queryKey: keys.routingTrials, queryFn: ({ signal }) => tryRoutingRules(signal), enabled: open });
  return (
    <section aria-labelledby="dry-run-title" className="mt-8" data-testid="dry-run">
      <header className="mb-3 flex flex-wrap items-start gap-3">
        <div className="min-w-56 flex-1">
          <h2 id="dry-run-title" className="font-semibold">
            {t("dryRun")}
          </h2>
          <p className="max-w-prose text-muted">{t("dryRunText")}</p>
        </div>
        <Button aria-expanded={open} onClick={() => onToggle(!open)}>
          <FlaskConical aria-hidden className="size-4" />
          {t(open ? "dryRunHide" : "dryRunShow")}
        </Button>
      </header>
      {open && (
        <QueryBody query={query} empty={<EmptyState title={t("dryRunEmpty")} />}>
          {(trials) => <TrialList trials={trials} />}
        </QueryBody>
      )}
    </section>
  );
}
