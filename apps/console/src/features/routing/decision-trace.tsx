"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RoutingTrial } from "../../api/routing-rules.ts";
import { useRoutingText } from "./use-routing-text.ts";

/** Rule by rule: which one it was, and why not the ones above. */
export function DecisionTrace({ considered }: Pick<RoutingTrial, "considered">) {
  const t = useTranslations("routing");
  const text = useRoutingText();
  return (
    <ol className="flex flex-col gap-1.5 text-sm">
      {considered.map(({ ruleId, name, version, outcome, failed }) => (
        <li key={ruleId} className="flex gap-2">
          {outcome === "matched" ? (
            <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-success" />
          ) : (
            <X aria-hidden className="mt-0.5 size-3.5 shrink-0 text-subtle" />
          )}
          <span className="min-w-0">
            <bdi>{name}</bdi> <span className="text-muted">{t("version", { version })}</span>
            <span className="block text-muted">
              {outcome === "matched" && t("trace.matched")}
              {outcome === "no_target" && t("trace.noTarget")}
              {outcome === "condition" && failed && t("trace.condition", { condition: text.condition(failed) })}
            </span>
          </span>
        </li>
      ))}
      {considered.length === 0 && <li className="text-muted">{t("trace.none")}</li>}
    </ol>
  );
}
