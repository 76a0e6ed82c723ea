"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/class-names.ts";
import { Field } from "../../ui/field.tsx";
import { controlClass, Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { type AttributeKind, type Attributes, attributeKinds, longestName, nameProblem, readTyped, type Typed } from "./attribute-value.ts";
import type { AttributeChange } from "./use-change-attribute.ts";

/** What is being edited. `problem`: why it was not saved when it was tried. */
export type AttributeDraft = { isNew: boolean; name: string; typed: Typed; problem?: string };

type Props = {
  draft: AttributeDraft;
  attributes: Attributes;
  onChange: (draft: AttributeDraft) => void;
  onSave: (change: AttributeChange) => void;
  onRemove: (name: string) => void;
  onClose: () => void;
};

/** One attribute with an editor for what its value is: Enter saves, Escape leaves it as it was. */
export function AttributeForm({ draft, attributes, onChange, onSave, onRemove, onClose }: Props) {
  const t = useTranslations("attributes");
  const ui = useTranslations("ui");
  const { name, typed } = draft;
  const [tried, setTried] = useState(false);
  const wrongName = draft.isNew ? nameProblem(name.trim(), attributes) : null;
  const reading = readTyped(typed);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongName === null && reading.ok) onSave({ name: name.trim(), value: reading.value });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    // The drawer around it stays.
    event.stopPropagation();
    onClose();
  };
  const setTyped = (next: Typed) => onChange({ ...draft, typed: next });
  const changeKind = (kind: AttributeKind) => setTyped({ kind, text: kind === "yesNo" ? String(typed.text === "true") : typed.text });
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
      data-testid="attribute-form"
      className="flex flex-col gap-2 rounded-control border border-line bg-app p-2"
    >
      {draft.isNew ? (
        <Field label={t("name")} error={tried && wrongName ? t(wrongName) : undefined}>
          <Input autoFocus dir="auto" maxLength={longestName} value={name} onChange={(event) => onChange({ ...draft, name: event.target.value })} />
        </Field>
      ) : (
        <p className="font-medium text-sm [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </p>
      )}
      <Field label={t("kindLabel")}>
        <Select value={typed.kind} onChange={changeKind} options={attributeKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      </Field>
      <Field label={t("value")} error={tried && !reading.ok ? t(`wrong.${reading.error}`) : undefined}>
        <ValueEditor typed={typed} autoFocus={!draft.isNew} onChange={(text) => setTyped({ ...typed, text })} />
      </Field>
      {draft.problem && (
        <p role="alert" className="text-danger text-sm">
          {draft.problem}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary">
          {ui("save")}
        </Button>
        <Button size="small" variant="quiet" onClick={onClose}>
          {ui("cancel")}
        </Button>
        {!draft.isNew && (
          <Button size="small" variant="quiet" className="ms-auto text-danger" onClick={() => onRemove(name)}>
            {t("remove")}
          </Button>
        )}
      </div>
    </form>
  );
}

type EditorProps = { typed: Typed; autoFocus: boolean; onChange: (text: string) => void };

function ValueEditor({ typed: { kind, text }, onChange, ...rest }: EditorProps) {
  const t = useTranslations("attributes");
  if (kind === "yesNo") {
    const { autoFocus: _, ...named } = rest;
    return (
      <Select
        {...named}
        value={text === "true" ? "true" : "false"}
        onChange={onChange}
        options={[
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ]}
      />
    );
  }
  if (kind === "text") {
    return (
      <textarea
        {...rest}
        rows={1}
        dir="auto"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className={cn(controlClass, "field-sizing-content max-h-48 min-h-8 resize-none py-1 [overflow-wrap:anywhere]")}
      />
    );
  }
  return (
    <Input
      {...rest}
      type={kind === "date" ? "date" : "text"}
      inputMode={kind === "number" ? "decimal" : kind === "url" ? "url" : undefined}
      dir="ltr"
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
