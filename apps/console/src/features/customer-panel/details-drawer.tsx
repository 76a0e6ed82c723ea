"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Drawer, DrawerClose } from "../../ui/drawer.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { DetailsPanel } from "./details-panel.tsx";

type Props = { conversationId: string; open: boolean; onOpenChange: (open: boolean) => void };

/** The details over the conversation, where there is no room beside it. */
export function DetailsDrawer({ conversationId, open, onOpenChange }: Props) {
  const t = useTranslations("details");
  const ui = useTranslations("ui");
  return (
    <Drawer open={open} onOpenChange={onOpenChange} title={t("title")} side="end" className="w-[min(22rem,100vw)] bg-surface">
      <DrawerClose render={<IconButton label={ui("close")} className="absolute end-2 top-2 z-10" />}>
        <X aria-hidden className="size-4" />
      </DrawerClose>
      <DetailsPanel conversationId={conversationId} onLeave={() => onOpenChange(false)} />
    </Drawer>
  );
}
