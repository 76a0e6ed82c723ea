"use client";
import { useTranslations } from "next-intl";
import { useToasts } from "../../ui/toast.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { takeBack, useUndoEntries } from "./undo-stack.ts";

/** The key that takes the last step back, and says which one. */
export function UndoKey() {
  const t = useTranslations("undo");
  const toasts = useToasts();
  const last = useUndoEntries().at(-1);
  useShortcut("undo", () => {
    if (!last) return void toasts.add({ title: t("nothing") });
    takeBack(last.id);
    toasts.add({ title: t("undone", { what: last.label }) });
  });
  return null;
}
