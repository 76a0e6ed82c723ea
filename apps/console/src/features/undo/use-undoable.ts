"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useToasts } from "../../ui/toast.tsx";
import { pushUndo, takeBack } from "./undo-stack.ts";

/** Says what was done, with a way back: on the toast, and on the key for undo as long as it is remembered. Answers the step's id. */
export function useUndoable(): (title: string, undo: () => void) => number {
  const t = useTranslations("undo");
  const toasts = useToasts();
  return useCallback(
    (title, undo) => {
      let toast = "";
      const step = pushUndo(title, () => {
        toasts.close(toast);
        undo();
      });
      toast = toasts.add({ title, actionProps: { children: t("action"), onClick: () => takeBack(step) } });
      return step;
    },
    [toasts, t],
  );
}
