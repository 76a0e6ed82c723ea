"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight, FlaskConical } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { tryRoutingRules } from "../../api/routing-rules.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { QueryBody } from "../settings/query-body.tsx";
import { DecisionTrace } from "./decision-trace.tsx";
import { useResultText } from "./use-result-text.ts";

/** What the rules would do with the conversations that were last active. Shown when somebody asks; a changed rule asks again. */
export function DryRun({ open, onToggle }: { open: boolean; onToggle: (open: boolean) => void }) {
  const t = useTranslations("routing");
  const resultText = useResultText();
  const query = useQuery({ queryKey: keys.routingTrials, queryFn: ({ signal }) => tryRoutingRules(signal), enabled: open });
  return (
    <section aria-labelledby="dry-run-title" className="mt-8" data-testid="dry-run">
      <header className="mb-3 flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
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
          {(trials) => (
            <ul className="divide-y divide-line rounded-panel border border-line">
              {trials.map(({ conversation, rule, result, considered }) => (
                <li key={conversation.id} data-testid="trial">
                  <details className="group px-4 py-2">
                    <summary className="flex min-h-6 cursor-default list-none items-start gap-2">
                      <ChevronRight
                        aria-hidden
                        className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open:rotate-90 rtl:-scale-x-100"
                      />
                      <span className="min-w-0 flex-1">
                        <bdi className="font-medium">{conversation.customer ?? t("somebody")}</bdi>
                        <span className="block text-muted text-sm">
                          {rule ? t("byRule", { name: rule.name }) : t("byNone")} · {resultText(result)}
                        </span>
                      </span>
                    </summary>
                    <div className="ms-6 mt-2 flex flex-col gap-2 pb-1">
                      <DecisionTrace considered={considered} />
                      <Link className="self-start text-accent-text text-sm underline" href={`/inbox/all/${conversation.id}`}>
                        {t("openConversation")}
                      </Link>
                    </div>
                  </details>
                </li>
              ))}
            </ul>
          )}
        </QueryBody>
      )}
    </section>
  );
}
