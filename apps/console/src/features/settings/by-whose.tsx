"use client";
import type { ReactNode } from "react";

type Props<T> = { t: (key: "everybodys" | "mine") => string; rows: readonly T[]; children: (some: T[]) => ReactNode };

/** What is everybody's, then what is one's own, each below its heading; nothing where there is none. */
export function ByWhose<T extends { own: boolean }>({ t, rows, children }: Props<T>) {
  return (["everybodys", "mine"] as const).map((whose) => {
    const some = rows.filter(({ own }) => own === (whose === "mine"));
    if (some.length === 0) return null;
    return (
      <section key={whose} className="mb-6">
        <h2 className="mb-2 font-semibold">{t(whose)}</h2>
        {children(some)}
      </section>
    );
  });
}
