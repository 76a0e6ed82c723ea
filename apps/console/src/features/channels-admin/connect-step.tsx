"use client";
import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "../../ui/class-names.ts";

type StepState = "done" | "waiting" | "failed";

const marks = {
  done: { Icon: CircleCheck, className: "text-success" },
  waiting: { Icon: CircleDashed, className: "text-subtle" },
  failed: { Icon: CircleX, className: "text-danger" },
} as const;

type Props = { name: string; state: StepState; title: string; said: string; children?: ReactNode };

/** One step of connecting: what to do, and, read out as it changes, how it stands. */
export function ConnectStep({ name, state, title, said, children }: Props) {
  const t = useTranslations("channelsAdmin.wizard.state");
  const { Icon, className } = marks[state];
  return (
    <li data-testid={`step-${name}`} data-state={state} className="flex gap-3 border-line border-b py-4 last:border-b-0">
      <Icon aria-hidden className={cn("mt-0.5 size-5 shrink-0", className)} />
      <div className="min-w-0 flex-1">
        <h2 className="font-medium">{title}</h2>
        <p aria-live="polite" className={cn("text-sm [overflow-wrap:anywhere]", state === "failed" ? "text-danger" : "text-muted")}>
          <span className="sr-only">{t(state)} </span>
          {said}
        </p>
        {children && <div className="mt-3 flex flex-col gap-3">{children}</div>}
      </div>
    </li>
  );
}
