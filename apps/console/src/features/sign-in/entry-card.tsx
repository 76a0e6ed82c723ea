import type { ReactNode } from "react";
import { Logo } from "../../ui/logo.tsx";

type Props = { title: string; text?: string; children: ReactNode };

/** The card of the pages before the desk: sign-in, set-up, invitation. */
export function EntryCard({ title, text, children }: Props) {
  return (
    <main className="flex min-h-dvh items-center justify-center p-4">
      <div className="w-full max-w-sm">
        <div className="mb-5 flex items-center justify-center gap-2">
          <Logo className="size-7" />
          <span className="font-semibold text-title tracking-tight">Onethread</span>
        </div>
        <section className="rounded-dialog border border-line bg-surface p-6">
          <h1 className="font-semibold text-title">{title}</h1>
          {text && <p className="mt-1 text-muted">{text}</p>}
          <div className="mt-5">{children}</div>
        </section>
      </div>
    </main>
  );
}
