"use client";
import { useId } from "react";

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
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={checked}
        aria-describedby={`${id}-text`}
        data-testid={testId}
        onClick={() => onChange(!checked)}
        className="relative h-6 w-10 shrink-0 rounded-full border border-control bg-hover transition-colors aria-checked:border-accent aria-checked:bg-accent"
      >
        <span
          aria-hidden
          data-on={checked}
          className="absolute start-0.5 top-0.5 size-[18px] rounded-full bg-muted transition-[inset-inline-start] data-[on=true]:start-[19px] data-[on=true]:bg-on-accent"
        />
      </button>
    </div>
  );
}
