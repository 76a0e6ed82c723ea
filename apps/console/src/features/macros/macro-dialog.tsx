"use client";
import { type MacroAction, macroActionKinds, mostMacroActions } from "@onethread/core";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { keys } from "../../api/keys.ts";
import { createMacro, type Macro, patchMacro } from "../../api/macros.ts";
import { moved } from "../../moved.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useMay } from "../frame/me.tsx";
import { useSave } from "../settings/use-save.ts";
import { WhoseField } from "../settings/whose-field.tsx";
import { actionIcons } from "./action-icons.ts";
import { ActionRow } from "./action-row.tsx";
import { blankAction, isFilled } from "./blank-action.ts";

let lastKey = 0;
/** Keyed, so that an action stays itself while it moves. */
const entryOf = (action: MacroAction) => ({ key: ++lastKey, action });

/** Puts a macro together: its name, its steps in their order, and who can run it. */
export function MacroDialog({ macro, onClose }: { macro: Macro | null; onClose: () => void }) {
  const t = useTranslations("macros");
  const ui = useTranslations("ui");
  const formId = useId();
  const mayShare = useMay("manage_macros");
  const [name, setName] = useState(macro?.name ?? "");
  const [entries, setEntries] = useState(() => (macro?.actions ?? []).map(entryOf));
  const [own, setOwn] = useState(macro?.own ?? !mayShare);
  const [said, setSaid] = useState("");
  const { busy, save } = useSave(keys.macros);
  const ready = name.trim() !== "" && entries.length > 0 && entries.every(({ action }) => isFilled(action));

  const move = (from: number, to: number) => {
    setEntries(moved(entries, from, to));
    setSaid(t("moved", { number: to + 1 }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const input = { name: name.trim(), actions: entries.map(({ action }) => action) };
    void save(() => (macro ? patchMacro(macro.id, input) : createMacro({ ...input, own })), onClose);
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={macro ? t("edit", { name: macro.name }) : t("create")}
      testId="macro-dialog"
      footer={
        <Button type="submit" form={formId} variant="primary" busy={busy} disabled={!ready}>
          {ui("save")}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 pb-2">
        <Field label={t("name")}>
          <Input required autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} dir="auto" />
        </Field>
        <section aria-label={t("actions")} className="flex flex-col gap-1">
          <h3 className="font-medium text-ui">{t("actions")}</h3>
          <p className="text-muted text-sm">{t("actionsHint")}</p>
          {entries.length > 0 && (
            <ol className="my-1 divide-y divide-line rounded-panel border border-line">
              {entries.map(({ key, action }, index) => (
                <ActionRow
                  key={key}
                  action={action}
                  number={index + 1}
                  isLast={index === entries.length - 1}
                  onChange={(next) => setEntries(entries.map((one) => (one.key === key ? { key, action: next } : one)))}
                  onMove={(step) => move(index, index + step)}
                  onRemove={() => setEntries(entries.filter((one) => one.key !== key))}
                />
              ))}
            </ol>
          )}
          <p aria-live="polite" className="sr-only">
            {said}
          </p>
          {entries.length < mostMacroActions && (
            <div>
              <Menu
                trigger={
                  <Button size="small" data-testid="add-action">
                    <Plus aria-hidden className="size-3.5" />
                    {t("add")}
                  </Button>
                }
              >
                {macroActionKinds.map((kind) => {
                  const Icon = actionIcons[kind];
                  return (
                    <MenuItem
                      key={kind}
                      icon={<Icon aria-hidden className="size-4" />}
                      onSelect={() => setEntries([...entries, entryOf(blankAction(kind))])}
                    >
                      {t(`kind.${kind}`)}
                    </MenuItem>
                  );
                })}
              </Menu>
            </div>
          )}
        </section>
        {!macro && <WhoseField t={t} own={own} mayShare={mayShare} onChange={setOwn} />}
      </form>
    </Dialog>
  );
}
