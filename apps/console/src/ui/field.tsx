import { cloneElement, type ReactElement, type ReactNode, useId } from "react";

type Props = { label: ReactNode; hint?: ReactNode; error?: string | undefined; children: ReactElement<Record<string, unknown>> };

/** A label above one control, with its hint and its error tied to it for screen readers. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium text-ui">
        {label}
      </label>
      {cloneElement(children, { id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
