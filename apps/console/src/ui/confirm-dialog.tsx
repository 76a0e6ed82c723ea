"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  children: ReactNode;
  /** A verb that names the object, e.g. "Delete key". */
  action: string;
  busy?: boolean;
  onConfirm: () => void;
};

/** Only for what cannot be undone; everything else is done at once and can be taken back. */
export function ConfirmDialog({ open, onOpenChange, title, children, action, busy = false, onConfirm }: Props) {
  const t = useTranslations("ui");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="danger" busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <div className="text-muted">{children}</div>
    </Dialog>
  );
}
