"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons at the end; the last one is the main action. */
  footer?: ReactNode;
  wide?: boolean;
  testId?: string;
};

/** A dialog that traps focus and gives it back. */
export function Dialog({ open, onOpenChange, title, description, children, footer, wide = false, testId }: Props) {
  const t = useTranslations("ui");
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/30 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-black/60" />
        <Base.Popup
          data-overlay
          data-testid={testId}
          className={cn(
            "fixed inset-x-4 top-[8vh] z-50 mx-auto flex max-h-[84vh] flex-col rounded-dialog border border-line bg-raised shadow-popup outline-none transition-[opacity,translate] duration-120 ease-calm data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0",
            wide ? "max-w-3xl" : "max-w-lg",
          )}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Base.Title className="font-semibold text-title">{title}</Base.Title>
              {description && <Base.Description className="mt-0.5 text-muted text-ui">{description}</Base.Description>}
            </div>
            <Base.Close
              aria-label={t("close")}
              className="flex size-7 shrink-0 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-fg"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
