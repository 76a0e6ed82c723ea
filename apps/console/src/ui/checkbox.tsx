import type { ReactNode } from "react";

type Props = { checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean; children: ReactNode };

/** Yes or no, with what it means beside it. */
export function Checkbox({ checked, onChange, disabled, children }: Props) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-(--c-accent)"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
