import { type ReactNode, useId } from "react";

/** A titled part of the details panel. */
export function PanelSection({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-line border-t px-4 py-3">
      <header className="mb-1.5 flex min-h-6 items-center gap-2">
        <h3 id={id} className="flex-1 font-medium text-muted text-sm">
          {title}
        </h3>
        {action}
      </header>
      {children}
    </section>
  );
}
