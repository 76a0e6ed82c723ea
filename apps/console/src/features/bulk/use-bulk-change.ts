"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ManyChange, type ManyConversations, startBulkChange, undoBulkChange } from "../../api/bulk-changes.ts";
import { keys } from "../../api/keys.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { pushUndo } from "../undo/undo-stack.ts";
import { hideBulkChange, showBulkChange } from "./running.ts";
import { clearSelection } from "./selection.ts";

/** Changes many conversations: begins it, shows how far it is, and remembers how to take it back. */
export function useBulkChange() {
  const t = useTranslations("bulk");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);

  const run = async (which: ManyConversations, change: ManyChange, label: string): Promise<void> => {
    setBusy(true);
    try {
      const begun = await startBulkChange(which, change);
      client.setQueryData(keys.bulkChange(begun.id), begun);
      showBulkChange(begun.id);
      clearSelection();
      pushUndo(label, () => void takeBack(begun.id));
    } catch (error) {
      toasts.add({ type: "error", title: t("notBegun"), description: errorText(error) });
    }
    setBusy(false);
  };
  const takeBack = async (id: string): Promise<void> => {
    try {
      client.setQueryData(keys.bulkChange(id), await undoBulkChange(id));
    } catch (error) {
      toasts.add({ type: "error", title: t("notTakenBack"), description: errorText(error) });
    }
  };
  return { busy, run, takeBack, hide: hideBulkChange };
}
