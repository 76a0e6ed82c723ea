import type { ReactNode } from "react";

/** The frame of something structured inside a bubble. */
export function CardBox({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <section
      {...(label ? { "aria-label": label } : {})}
      className="my-1 w-72 max-w-full overflow-hidden rounded-control border border-line bg-surface"
    >
      {children}
    </section>
  );
}
