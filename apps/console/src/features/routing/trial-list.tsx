"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RoutingTrial } from "../../api/routing-rules.ts";
import { DecisionTrace } from "./decision-trace.tsx";
import { useResultText } from "./use-result-text.ts";

/** What would become of conversations that are known, each with why. */
export function TrialList({ trials }: { trials: RoutingTrial[] }) {
  const t = useTranslations("routing");
  const resultText = useResultText();
  return (
    <ul className="divide-y divide-line rounded-panel border border-line">
      {trials.map(({ conversation, rule, result, considered }) => (
        <li key={conversation.id} data-testid="trial">
          <details className="group px-4 py-2">
            <summary className="flex min-h-6 cursor-default list-none items-start gap-2">
              <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open:rotate-90 rtl:-scale-x-100" />
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
  );
}
