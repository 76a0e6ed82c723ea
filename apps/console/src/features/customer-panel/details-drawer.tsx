"use client";
import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { DetailsPanel } from "./details-panel.tsx";

type Props = { conversationId: string; open: boolean; onOpenChange: (open: boolean) => void };

/** The details over the conversation, where there is no room beside it. */
export function DetailsDrawer({ conversationId, open, onOpenChange }: Props) {
  const t = useTranslations("details");
  const ui = useTranslations("ui");
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/30 dark:bg-black/60" />
        <Dialog.Popup
          data-overlay
          className="fixed inset-y-0 end-0 z-40 w-[min(22rem,100vw)] border-line border-s bg-surface shadow-popup outline-none"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Dialog.Close render={<IconButton label={ui("close")} className="absolute end-2 top-2 z-10" />}>
            <X aria-hidden className="size-4" />
          </Dialog.Close>
          <DetailsPanel conversationId={conversationId} onLeave={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
