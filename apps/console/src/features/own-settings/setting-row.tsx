"use client";
import { cloneElement, type ReactElement, useId } from "react";

type Props = { label: string; text: string; children: ReactElement<Record<string, unknown>> };

/** A setting with more than two values: what it is, what it means, and one control that is named by it, unless it has a name. */
export function SettingRow({ label, text, children }: Props) {
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b py-3 last:border-b-0">
      <div className="min-w-48 flex-1">
        <p className="font-medium">{label}</p>
        <p id={id} className="text-muted text-sm">
          {text}
        </p>
      </div>
      {cloneElement(children, { "aria-label": label, "aria-describedby": id, ...children.props })}
    </div>
  );
}
