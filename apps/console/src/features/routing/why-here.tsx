"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listRoutingDecisions } from "../../api/routing-rules.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { PanelSection } from "../customer-panel/panel-section.tsx";
import { useMay } from "../frame/me.tsx";
import { DecisionTrace } from "./decision-trace.tsx";
import { useResultText } from "./use-result-text.ts";

/** Why the conversation is where it is: the last decision, with the rules above it. Not there when nothing was decided. */
export function WhyHere({ conversationId }: { conversationId: string }) {
  const t = useTranslations("routing");
  const dates = useDates();
  const resultText = useResultText();
  const mayChange = useMay("manage_routing");
  const query = useQuery({ queryKey: keys.routingDecisions(conversationId), queryFn: ({ signal }) => listRoutingDecisions(conversationId, signal) });
  const [latest] = query.data ?? [];
  if (!latest) return null;
  const { rule, result, considered, at } = latest;
  return (
    <PanelSection
      title={t("whyHere")}
      action={
        mayChange && (
          <Link className="text-accent-text text-sm underline" href="/settings/routing">
            {t("toRules")}
          </Link>
        )
      }
    >
      <div data-testid="why-here">
        <p>
          {rule ? t("byRule", { name: rule.name }) : result ? t("byDefault") : t("byNone")}
          {" · "}
          <time dateTime={at} title={dates.full(at)} className="text-muted">
            {dates.appointment(at)}
          </time>
        </p>
        <p className="text-muted text-sm">{resultText(result)}</p>
        {result?.fellBack && <p className="text-muted text-sm">{t("fellBack")}</p>}
        <details className="mt-1">
          <summary className="min-h-6 cursor-default text-muted text-sm hover:text-fg">{t("whyNotOthers", { count: considered.length })}</summary>
          <div className="mt-1">
            <DecisionTrace considered={considered} />
          </div>
        </details>
      </div>
    </PanelSection>
  );
}
