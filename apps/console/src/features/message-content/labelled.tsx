import type { ReactNode } from "react";

/** What something is, where there are no words of the customer to show. */
export function Labelled({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-start gap-1.5 text-muted italic">
      {icon && <span className="mt-0.5 shrink-0 [&>svg]:size-4">{icon}</span>}
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </p>
  );
}

/** A line above a message's words that says what kind it is. */
export function Heading({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-center gap-1.5 text-muted text-sm">
      {icon && <span className="shrink-0 [&>svg]:size-3.5">{icon}</span>}
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </p>
  );
}
