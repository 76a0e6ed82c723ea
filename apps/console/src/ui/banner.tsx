import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

type Props = { tone: "info" | "warning" | "danger"; icon?: ReactNode; children: ReactNode; action?: ReactNode; className?: string };

const tones = { info: "bg-info-bg text-info", warning: "bg-warning-bg text-warning", danger: "bg-danger-bg text-danger" };

/** One line across a pane about something that goes on. */
export function Banner({ tone, icon, children, action, className }: Props) {
  return (
    <div className={cn("flex items-center gap-2 px-3 py-1.5 text-ui", tones[tone], className)}>
      {icon && <span className="shrink-0">{icon}</span>}
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
