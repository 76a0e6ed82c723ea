"use client";

type Props = {
  label?: string;
  id?: string;
  describedBy?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  testId?: string | undefined;
};

/** On or off. Named by `label`, or by a label element that points at its `id`. */
export function Switch({ label, id, describedBy, checked, onChange, testId }: Props) {
  return (
    <button
      id={id}
      type="button"
      role="switch"
      aria-label={label}
      aria-checked={checked}
      aria-describedby={describedBy}
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
  );
}
