"use client";
import { SquarePen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "../../ui/icon-button.tsx";
import { useMay } from "../frame/me.tsx";
import { NewMessageDialog } from "./new-message-dialog.tsx";

/** Write to somebody first. */
export function NewMessageButton() {
  const t = useTranslations("newMessage");
  const [open, setOpen] = useState(false);
  if (!useMay("reply")) return null;
  return (
    <>
      <IconButton label={t("title")} size="small" onClick={() => setOpen(true)} data-testid="new-message">
        <SquarePen aria-hidden className="size-4" />
      </IconButton>
      {open && <NewMessageDialog onClose={() => setOpen(false)} />}
    </>
  );
}
