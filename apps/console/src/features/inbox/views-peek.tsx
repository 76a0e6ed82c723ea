"use client";
import { Dialog } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useNarrowed } from "./use-narrowed.ts";
import { usePlace } from "./use-place.ts";
import { ViewNav } from "./view-nav.tsx";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** The views over the list, where there is no room beside it; gone as soon as one is chosen. */
export function ViewsPeek({ open, onOpenChange }: Props) {
  const t = useTranslations("inbox");
  const place = usePlace();
  const { queue } = useNarrowed();
  const nav = useRef<HTMLDivElement>(null);
  const shown = `${place} ${queue}`;
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    onOpenChange(false);
  }, [shown, onOpenChange]);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/30 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-black/60" />
        <Dialog.Popup
          data-overlay
          data-testid="views-peek"
          initialFocus={() => nav.current?.querySelector<HTMLElement>("[aria-current=page]") ?? true}
          className="fixed inset-y-0 start-0 z-40 w-[min(17rem,85vw)] border-line border-e bg-app shadow-popup outline-none"
        >
          <Dialog.Title className="sr-only">{t("views")}</Dialog.Title>
          <div ref={nav} className="h-full">
            <ViewNav />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
