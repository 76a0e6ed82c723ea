"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, Plus, Split } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { listBusinessHours } from "../../api/business-hours.ts";
import { keys } from "../../api/keys.ts";
import { listRoutingRules, type RoutingRuleInput } from "../../api/routing-rules.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { QueryBody } from "../settings/query-body.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { useListKeys } from "../settings/use-list-keys.ts";
import { blankRule, type RuleTemplate, ruleTemplates, templateRule } from "./blank-rule.ts";
import { DryRun } from "./dry-run.tsx";
import { RuleDialog } from "./rule-dialog.tsx";
import { RuleRow } from "./rule-row.tsx";

type Editing = { id: string | null; rule: RoutingRuleInput };

/** Where new conversations go, rule by rule, and what that means for the ones we know. */
export function RoutingScreen() {
  const t = useTranslations("routing");
  const query = useQuery({ queryKey: keys.routingRules, queryFn: listRoutingRules });
  const hours = useQuery({ queryKey: keys.businessHours, queryFn: listBusinessHours });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [trying, setTrying] = useState(false);
  const create = () => setEditing({ id: null, rule: blankRule() });
  useListKeys({ create, tryOut: () => setTrying(!trying) });
  const begin = (template: RuleTemplate) => setEditing({ id: null, rule: templateRule(template, t(`templates.${template}`), hours.data?.[0]?.id) });
  const templates = (
    <ul className="flex flex-wrap justify-center gap-2">
      {ruleTemplates.map((template) => (
        <li key={template}>
          <Button onClick={() => begin(template)}>{t(`templates.${template}`)}</Button>
        </li>
      ))}
    </ul>
  );
  return (
    <OnlyFor right="manage_routing">
      <SettingsPage
        title={t("title")}
        text={t("text")}
        action={
          <div className="flex flex-wrap gap-2">
            {query.data && query.data.length > 0 && (
              <Menu
                align="end"
                trigger={
                  <Button data-testid="rule-templates">
                    {t("fromTemplate")}
                    <ChevronDown aria-hidden className="size-4" />
                  </Button>
                }
              >
                {ruleTemplates.map((template) => (
                  <MenuItem key={template} onSelect={() => begin(template)}>
                    {t(`templates.${template}`)}
                  </MenuItem>
                ))}
              </Menu>
            )}
            <Button variant="primary" aria-keyshortcuts="n" onClick={create}>
              <Plus aria-hidden className="size-4" />
              {t("create")}
            </Button>
          </div>
        }
      >
        <QueryBody
          query={query}
          empty={
            <EmptyState icon={<Split aria-hidden className="size-8" strokeWidth={1.25} />} title={t("emptyTitle")} action={templates}>
              {t("emptyText")}
            </EmptyState>
          }
        >
          {(rules) => (
            <ol className="divide-y divide-line rounded-panel border border-line">
              {rules.map((rule, index) => {
                const { id, name, enabled, condition, action } = rule;
                const edit = () => setEditing({ id, rule: { name, enabled, condition, action } });
                return <RuleRow key={id} rule={rule} number={index + 1} isLast={index === rules.length - 1} onEdit={edit} />;
              })}
            </ol>
          )}
        </QueryBody>
        <DryRun open={trying} onToggle={setTrying} />
        {editing && <RuleDialog id={editing.id} rule={editing.rule} onClose={() => setEditing(null)} />}
      </SettingsPage>
    </OnlyFor>
  );
}
