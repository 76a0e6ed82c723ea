"use client";
import { SquarePen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { putOff } from "../../put-off.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useMay } from "../frame/me.tsx";
import { useHint } from "../keyboard/keymap-context.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";

const NewMessageDialog = putOff(() => import("./new-message-dialog.tsx").then((module) => module.NewMessageDialog));

/** Write to somebody first. */
export function NewMessageButton() {
  const hint = useHint();
  const t = useTranslations("newMessage");
  const [open, setOpen] = useState(false);
  const may = useMay("reply");
  useShortcut("newMessage", () => setOpen(true), may);
  if (!may) return null;
  return (
    <>
      <IconButton label={t("title")} shortcut={hint("newMessage")} size="small" onClick={() => setOpen(true)} data-testid="new-message">
        <SquarePen aria-hidden className="size-4" />
      </IconButton>
      {open && <NewMessageDialog onClose={() => setOpen(false)} />}
    </>
  );
}
