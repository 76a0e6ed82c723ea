"use client";
import { type MacroAction, unknownVariables } from "@onethread/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { cn } from "../../ui/class-names.ts";
import { HoursField } from "../../ui/hours-field.tsx";
import { controlClass } from "../../ui/input.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { Select } from "../../ui/select.tsx";
import { useChoices } from "../conditions/use-choices.tsx";

type Props<A extends MacroAction = MacroAction> = { action: A; onChange: (action: MacroAction) => void };
type Of<Kind extends MacroAction["do"]> = Extract<MacroAction, { do: Kind }>;

/** What an action does it with. */
export function ActionValue({ action, onChange }: Props) {
  const t = useTranslations("macros");
  const choices = useChoices();
  const label = t(`kind.${action.do}`);
  switch (action.do) {
    case "insert_text":
    case "add_note":
      return <TextValue action={action} onChange={onChange} />;
    case "add_labels":
    case "remove_labels":
      return (
        <MultiSelect
          className="w-full"
          label={label}
          placeholder={t("choose")}
          values={action.labels}
          options={choices.label.filter(({ value }) => value !== "none")}
          onChange={(labels) => onChange({ ...action, labels })}
        />
      );
    case "set_priority":
      return (
        <Select
          aria-label={label}
          className="w-full"
          value={action.priority}
          options={choices.priority as { value: typeof action.priority; label: string }[]}
          onChange={(priority) => onChange({ ...action, priority })}
        />
      );
    case "assign":
      return (
        <Select aria-label={label} className="w-full" value={action.to} options={choices.assignee} onChange={(to) => onChange({ ...action, to })} />
      );
    case "set_queue":
      return (
        <Select
          aria-label={label}
          className="w-full"
          value={action.queueId ?? "none"}
          options={choices.queue}
          onChange={(value) => onChange({ ...action, queueId: value === "none" ? null : value })}
        />
      );
    case "snooze":
      return <SnoozeValue action={action} onChange={onChange} />;
    case "set_status":
      return (
        <Select
          aria-label={label}
          className="w-full"
          value={action.status}
          options={[
            { value: "done", label: t("done") },
            { value: "open", label: t("reopen") },
          ]}
          onChange={(status) => onChange({ ...action, status })}
        />
      );
  }
}

function TextValue({ action, onChange }: Props<Of<"insert_text" | "add_note">>) {
  const t = useTranslations("macros");
  const id = useId();
  const isText = action.do === "insert_text";
  const unknown = isText ? unknownVariables(action.text) : [];
  return (
    <>
      <textarea
        required
        rows={2}
        maxLength={4096}
        dir="auto"
        aria-label={t(`kind.${action.do}`)}
        aria-describedby={isText ? id : undefined}
        aria-invalid={unknown.length > 0 || undefined}
        value={action.text}
        onChange={(event) => onChange({ ...action, text: event.target.value })}
        className={cn(controlClass, "field-sizing-content max-h-48 min-h-16 w-full resize-y py-1.5", !isText && "bg-note text-note-fg")}
      />
      {isText && (
        <p id={id} className={unknown.length > 0 ? "text-danger text-sm" : "text-muted text-sm"}>
          {unknown.length > 0 ? t("unknown", { names: unknown.join(", ") }) : t("textHint", { place: "{{customer.first_name|…}}" })}
        </p>
      )}
    </>
  );
}

/** Until the customer replies, or for so many hours or days. */
function SnoozeValue({ action, onChange }: Props<Of<"snooze">>) {
  const t = useTranslations("macros");
  const { hours } = action;
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        aria-label={t("snoozeUntil")}
        className="min-w-44 flex-1"
        value={hours === null ? "reply" : "for"}
        options={[
          { value: "reply", label: t("snoozeReply") },
          { value: "for", label: t("snoozeFor") },
        ]}
        onChange={(value) => onChange({ ...action, hours: value === "reply" ? null : 24 })}
      />
      {hours !== null && (
        <HoursField
          hours={hours}
          onChange={(next) => onChange({ ...action, hours: next })}
          label={t("snoozeFor")}
          unitLabel={t("unit")}
          hoursLabel={t("hours")}
          daysLabel={t("days")}
          maxHours={8784}
          unitClass="w-28"
        />
      )}
    </div>
  );
}
