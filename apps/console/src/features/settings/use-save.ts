"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

/** Runs one change: busy while it runs, a toast when it fails, the list read again when it worked. */
export function useSave(staleKey: readonly unknown[]) {
  const t = useTranslations("settings");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const save = async <T>(work: () => Promise<T>, done?: (result: T) => void): Promise<void> => {
    setBusy(true);
    try {
      const result = await work();
      done?.(result);
    } catch (error) {
      toasts.add({ type: "error", title: t("notSaved"), description: errorText(error) });
    }
    await client.invalidateQueries({ queryKey: staleKey });
    setBusy(false);
  };
  return { busy, save };
}
