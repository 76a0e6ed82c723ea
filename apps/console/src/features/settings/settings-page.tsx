import type { ReactNode } from "react";
import { cn } from "../../ui/class-names.ts";

type Props = {
  title: string;
  text?: string;
  action?: ReactNode;
  /** With something beside the column. */
  wide?: boolean;
  children: ReactNode;
};

/** Heading and column of one settings page. */
export function SettingsPage({ title, text, action, wide = false, children }: Props) {
  return (
    <div className={cn("mx-auto w-full px-4 py-6 md:px-8", wide ? "max-w-6xl" : "max-w-3xl")}>
      <header className="mb-5 flex flex-wrap items-start gap-3">
        <div className="min-w-56 flex-1">
          <h1 className="font-semibold text-page">{title}</h1>
          {text && <p className="mt-0.5 max-w-prose text-muted">{text}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
