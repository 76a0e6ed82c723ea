"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { deleteRoutingRule, patchRoutingRule, type RoutingRule } from "../../api/routing-rules.ts";
import { Badge } from "../../ui/badge.tsx";
import { MoveButtons, useMove } from "../../ui/move-buttons.tsx";
import { Switch } from "../../ui/switch.tsx";
import { EditAndDelete } from "../settings/edit-and-delete.tsx";
import { useSave } from "../settings/use-save.ts";
import { useRoutingText } from "./use-routing-text.ts";

type Props = { rule: RoutingRule; number: number; isLast: boolean; onEdit: () => void };

/** One rule at its place. Alt with an arrow moves it, wherever the focus stands in it. */
export function RuleRow({ rule, number, isLast, onEdit }: Props) {
  const t = useTranslations("routing");
  const text = useRoutingText();
  const { busy, save } = useSave(keys.routingRules);
  const { buttons, onKeyDown } = useMove({
    isFirst: number === 1,
    isLast,
    onMove: (step) => !busy && save(() => patchRoutingRule(rule.id, { position: number - 1 + step })),
  });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-2.5" data-testid="routing-rule" onKeyDown={onKeyDown}>
      <span className="tabular pt-0.5 text-muted">{number}</span>
      <div className="min-w-0 flex-1 basis-60">
        <p className={rule.enabled ? "font-medium" : "font-medium text-muted"}>
          <bdi>{rule.name}</bdi>
        </p>
        <p className="text-muted text-sm">{t("rule", { condition: text.condition(rule.condition), action: text.action(rule.action) })}</p>
        {rule.problems.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-1.5">
            {rule.problems.map((problem) => (
              <Badge key={problem} tone="warning" className="whitespace-normal">
                <TriangleAlert aria-hidden className="size-3 shrink-0" />
                {t(`problems.${problem}`)}
              </Badge>
            ))}
          </p>
        )}
      </div>
      <div className="flex items-center gap-1">
        <Switch
          label={t("enabled", { name: rule.name })}
          checked={rule.enabled}
          onChange={(enabled) => void save(() => patchRoutingRule(rule.id, { enabled }))}
        />
        <MoveButtons {...buttons} up={t("moveUp", { name: rule.name })} down={t("moveDown", { name: rule.name })} size="medium" />
        <EditAndDelete
          name={rule.name}
          t={t}
          text={t("deleteText")}
          staleKey={keys.routingRules}
          onEdit={onEdit}
          remove={() => deleteRoutingRule(rule.id)}
        />
      </div>
    </li>
  );
}
