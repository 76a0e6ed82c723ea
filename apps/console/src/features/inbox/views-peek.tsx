"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Drawer } from "../../ui/drawer.tsx";
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
    <Drawer
      open={open}
      onOpenChange={onOpenChange}
      title={t("views")}
      side="start"
      testId="views-peek"
      initialFocus={() => nav.current?.querySelector<HTMLElement>("[aria-current=page]")}
      className="w-[min(17rem,85vw)] bg-app"
    >
      <div ref={nav} className="h-full">
        <ViewNav />
      </div>
    </Drawer>
  );
}
