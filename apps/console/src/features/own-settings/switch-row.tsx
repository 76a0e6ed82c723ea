"use client";
import { useId } from "react";
import { Switch } from "../../ui/switch.tsx";

type Props = { label: string; text: string; checked: boolean; onChange: (checked: boolean) => void; testId?: string };

/** A setting that is on or off, with what it means. */
export function SwitchRow({ label, text, checked, onChange, testId }: Props) {
  const id = useId();
  return (
    <div className="flex items-start gap-3 border-line border-b py-3 last:border-b-0">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-text`} className="text-muted text-sm">
          {text}
        </p>
      </div>
      <Switch id={id} describedBy={`${id}-text`} checked={checked} onChange={onChange} testId={testId} />
    </div>
  );
}
