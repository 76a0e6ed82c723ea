"use client";
import type { RoutingLeaf } from "@onethread/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { keys } from "../../api/keys.ts";
import { createRoutingRule, patchRoutingRule, type RoutingRuleInput } from "../../api/routing-rules.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { asGroup, filledConditions } from "../conditions/blank-leaf.ts";
import { GroupEditor } from "../conditions/group-editor.tsx";
import { useSave } from "../settings/use-save.ts";
import { ActionEditor } from "./action-editor.tsx";
import { blankRoutingLeaf } from "./blank-rule.ts";
import { RoutingLeafEditor } from "./routing-leaf-editor.tsx";
import { TryRule } from "./try-rule.tsx";
import { useRoutingText } from "./use-routing-text.ts";

type Props = {
  /** The rule that is changed; null: it is a new one. */
  id: string | null;
  rule: RoutingRuleInput;
  onClose: () => void;
};

/** A rule as a sentence: when this is so, it goes there. */
export function RuleDialog({ id, rule, onClose }: Props) {
  const t = useTranslations("routing");
  const ui = useTranslations("ui");
  const formId = useId();
  const text = useRoutingText();
  const [name, setName] = useState(rule.name);
  const [group, setGroup] = useState(() => asGroup<RoutingLeaf>(rule.condition));
  const [action, setAction] = useState(rule.action);
  const { busy, save } = useSave(keys.routingRules);
  const leads = action.queueId !== null || action.assigneeId !== null;
  const condition = filledConditions<RoutingLeaf>(group) ?? { all: [] };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!leads) return;
    const input = { name: name.trim(), enabled: rule.enabled, condition, action };
    void save(() => (id ? patchRoutingRule(id, input) : createRoutingRule(input)), onClose);
  };
  return (
    <Dialog
      open
      wide
      testId="rule-dialog"
      onOpenChange={(open) => !open && onClose()}
      title={id ? t("edit", { name: rule.name }) : t("create")}
      footer={
        <>
          <p className="me-auto max-w-md self-center text-muted text-sm" aria-live="polite" data-testid="rule-sentence">
            {leads ? t("rule", { condition: text.condition(condition), action: text.action(action) }) : t("needsTarget")}
          </p>
          <Button type="submit" form={formId} variant="primary" busy={busy} disabled={!leads}>
            {ui("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pb-2">
        <Field label={t("name")}>
          <Input required autoFocus maxLength={60} dir="auto" value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <fieldset>
          <legend className="mb-1 font-medium text-ui">{t("when")}</legend>
          <GroupEditor<RoutingLeaf>
            group={group}
            onChange={setGroup}
            Leaf={RoutingLeafEditor}
            blank={(first) => blankRoutingLeaf(first ? "label" : "text")}
          />
        </fieldset>
        <ActionEditor action={action} onChange={setAction} />
        <TryRule id={id} rule={{ name: name.trim(), enabled: rule.enabled, condition, action }} ready={leads} />
      </form>
    </Dialog>
  );
}
