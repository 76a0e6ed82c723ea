"use client";
import type { Customer } from "@onethread/core/api";
import { ChevronDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { PanelSection } from "../customer-panel/panel-section.tsx";
import { useMay } from "../frame/me.tsx";
import { useUndoable } from "../undo/use-undoable.ts";
import { type AttributeEntry, arrangeAttributes } from "./arrange-attributes.ts";
import { type AttributeDraft, AttributeForm } from "./attribute-form.tsx";
import { AttributeRow } from "./attribute-row.tsx";
import { type AttributeValue, typedOf } from "./attribute-value.ts";
import { FirstAttributes } from "./first-attributes.tsx";
import { useAttributeDraft } from "./use-attribute-draft.ts";
import { type AttributeChange, useChangeAttribute } from "./use-change-attribute.ts";

const fresh = (): AttributeDraft => ({ isNew: true, name: "", typed: { kind: "text", text: "" } });

/** What the business knows about a customer: read in groups, changed one at a time. */
export function AttributesSection({ customer }: { customer: Customer }) {
  const t = useTranslations("attributes");
  const mayEdit = useMay("work_cases");
  const toasts = useToasts();
  const errorText = useErrorText();
  const undoable = useUndoable();
  const change = useChangeAttribute(customer.id);
  const { draft, setDraft, putBack } = useAttributeDraft(customer.id);
  const [emptyShown, setEmptyShown] = useState(false);
  const section = useRef<HTMLDivElement>(null);
  const { groups, empty } = arrangeAttributes(customer.attributes);

  /** Closes the form; the focus goes to where it was opened, or to where one more is added. */
  const close = (name: string | null) => {
    setDraft(null);
    requestAnimationFrame(() => {
      const buttons = [...(section.current?.querySelectorAll<HTMLElement>("[data-attribute]") ?? [])];
      const add = section.current?.parentElement?.querySelector<HTMLElement>("[data-add-attribute]");
      (buttons.find((button) => button.dataset.attribute === name) ?? add)?.focus();
    });
  };
  const save = (next: AttributeChange, typed: AttributeDraft) => {
    close(next.name);
    change(next).catch((error: unknown) => {
      const problem = errorText(error);
      // What was typed comes back where it was typed, unless something else is edited there by now.
      putBack({ ...typed, problem });
      toasts.add({ type: "error", title: t("notSaved", { name: next.name }), description: problem });
    });
  };
  const remove = (name: string) => {
    const before = customer.attributes[name];
    const failed = (error: unknown) => toasts.add({ type: "error", title: t("notSaved", { name }), description: errorText(error) });
    close(null);
    const removed = change({ name, value: null });
    removed.then(() => undoable(t("removed", { name }), () => void change({ name, value: before as AttributeValue }).catch(failed)), failed);
  };
  const row = (entry: AttributeEntry) =>
    draft && !draft.isNew && draft.name === entry.name ? (
      <li key={entry.name}>{form(draft)}</li>
    ) : (
      <AttributeRow
        key={entry.name}
        entry={entry}
        // What is no single value was not typed here, and is not changed here.
        onEdit={mayEdit && isPlain(entry.value) ? () => setDraft({ isNew: false, name: entry.name, typed: typedOf(entry.value) }) : null}
      />
    );
  const form = (open: AttributeDraft) => (
    <AttributeForm
      key={open.isNew ? "new" : `edit ${open.name}`}
      draft={open}
      attributes={customer.attributes}
      onChange={setDraft}
      onSave={(next) => save(next, open)}
      onRemove={remove}
      onClose={() => close(open.isNew ? null : open.name)}
    />
  );
  const rows = [...groups.flatMap(({ entries }) => entries), ...(emptyShown ? empty : [])];
  const inPlace = draft !== null && !draft.isNew && rows.some(({ name }) => name === draft.name);

  return (
    <PanelSection
      title={t("title")}
      action={
        mayEdit && (
          <IconButton label={t("add")} size="small" data-add-attribute onClick={() => setDraft(fresh())}>
            <Plus aria-hidden className="size-3.5" />
          </IconButton>
        )
      }
    >
      <div ref={section} data-testid="attributes" className="flex flex-col gap-2">
        {groups.length + empty.length === 0 && !draft && <FirstAttributes customerId={customer.id} />}
        {groups.map(({ title, entries }) => (
          <div key={title ?? ""}>
            {title !== null && (
              <h4 className="mb-1 truncate font-medium text-sm">
                <bdi>{title}</bdi>
              </h4>
            )}
            <ul className={title === null ? "flex flex-col gap-1.5" : "flex flex-col gap-1.5 border-line border-s-2 ps-2"}>{entries.map(row)}</ul>
          </div>
        ))}
        {empty.length > 0 && (
          <div>
            <Button variant="quiet" size="small" className="-ms-2" aria-expanded={emptyShown} onClick={() => setEmptyShown(!emptyShown)}>
              <ChevronDown aria-hidden className={`size-3.5 ${emptyShown ? "rotate-180" : ""}`} />
              {t("emptyOnes", { count: empty.length })}
            </Button>
            {emptyShown && <ul className="mt-1 flex flex-col gap-1.5">{empty.map(row)}</ul>}
          </div>
        )}
        {/* Also one that a colleague has emptied or taken away meanwhile: what was typed stays. */}
        {draft && !inPlace && form(draft)}
      </div>
    </PanelSection>
  );
}

const isPlain = (value: unknown): boolean => value === null || typeof value !== "object";
