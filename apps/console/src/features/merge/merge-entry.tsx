"use client";
import type { Merge } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { undoMerge } from "../../api/customers.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMay } from "../frame/me.tsx";
import { Evidence } from "./evidence.tsx";

/** One merge of the ledger: who, when, why, and taking it back at any time. */
export function MergeEntry({ merge }: { merge: Merge }) {
  const t = useTranslations("merge");
  const dates = useDates();
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const mayUndo = useMay("undo_merge");
  const [busy, setBusy] = useState(false);

  const undo = async () => {
    setBusy(true);
    try {
      await undoMerge(merge.id);
      toasts.add({ title: t("undone") });
    } catch (error) {
      toasts.add({ type: "error", title: t("notUndone"), description: errorText(error) });
    }
    await client.invalidateQueries();
    setBusy(false);
  };
  return (
    <div className="rounded-panel border border-line px-3 py-2">
      <p className="flex items-start gap-2">
        <span className="min-w-0 flex-1">
          {merge.by.type === "system" ? t("bySystem") : t("by", { name: merge.by.name ?? t("someone") })}
          <time dateTime={merge.at} title={dates.full(merge.at)} className="block text-sm text-subtle">
            {dates.appointment(merge.at)}
          </time>
        </span>
        {merge.undoneAt ? (
          <Badge title={dates.full(merge.undoneAt)}>{t("wasUndone")}</Badge>
        ) : (
          mayUndo && (
            <Button size="small" variant="quiet" busy={busy} onClick={() => void undo()} data-testid="merge-undo">
              <Undo2 aria-hidden className="size-3.5" />
              {t("undo")}
            </Button>
          )
        )}
      </p>
      {merge.reason && <p className="mt-1 text-muted [overflow-wrap:anywhere]">{merge.reason}</p>}
      {merge.evidence.length > 0 && <Evidence evidence={merge.evidence} />}
    </div>
  );
}
