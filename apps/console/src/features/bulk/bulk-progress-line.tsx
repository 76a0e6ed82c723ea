"use client";
import type { BulkChange } from "@onethread/core/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { LoaderCircle, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { getBulkChange } from "../../api/bulk-changes.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useBulkChange } from "./use-bulk-change.ts";

/** Asked again while it runs, should news of it be lost. Milliseconds. */
const askEvery = 2000;
const isRunning = (bulk: BulkChange | undefined): boolean => bulk?.state === "running" || bulk?.state === "undoing";

/** How far a change of many conversations is, and what came of it. */
export function BulkProgressLine({ id }: { id: string }) {
  const t = useTranslations("bulk");
  const client = useQueryClient();
  const { takeBack, hide } = useBulkChange();
  const [details, setDetails] = useState(false);
  const bulk = useQuery({
    queryKey: keys.bulkChange(id),
    queryFn: ({ signal }) => getBulkChange(id, signal),
    refetchInterval: (query) => (isRunning(query.state.data) ? askEvery : false),
  });
  const state = bulk.data?.state;
  // News of each conversation may have been folded or lost: at the end, what is shown is read again.
  useEffect(() => {
    if (state === "done" || state === "undone") void client.invalidateQueries({ queryKey: keys.conversations });
  }, [state, client]);
  if (!bulk.data) return null;
  const { outcomes, total, skipped } = bulk.data;
  const settled = total - outcomes.waiting;
  const text = {
    running: t("running", { settled, total }),
    undoing: t("undoing", { left: outcomes.changed }),
    done: t("finished", { count: outcomes.changed + outcomes.unchanged }),
    undone: t("undone", { count: outcomes.undone }),
  }[bulk.data.state];
  return (
    <div
      role="status"
      data-testid="bulk-progress"
      className="flex flex-wrap items-center gap-x-2 border-line border-b bg-info-bg px-3 py-1.5 text-info"
    >
      {isRunning(bulk.data) && <LoaderCircle aria-hidden className="size-3.5 motion-safe:animate-spin" />}
      <span className="min-w-0 flex-1">
        {text}
        {outcomes.skipped > 0 && (
          <>
            {" "}
            <button type="button" className="underline underline-offset-2" onClick={() => setDetails(true)}>
              {t("skipped", { count: outcomes.skipped })}
            </button>
          </>
        )}
      </span>
      {(state === "running" || state === "done") && outcomes.changed > 0 && (
        <Button variant="quiet" size="small" onClick={() => void takeBack(id)}>
          {t("undo")}
        </Button>
      )}
      <IconButton label={t("hide")} size="small" onClick={() => hide(id)}>
        <X aria-hidden className="size-4" />
      </IconButton>
      <Dialog open={details} onOpenChange={setDetails} title={t("skippedTitle")} description={t("skippedText")}>
        <ul className="flex flex-col divide-y divide-line pb-2">
          {skipped.map(({ conversationId, customerName, reason }) => (
            <li key={conversationId} className="flex items-baseline gap-3 py-1.5">
              <a href={`/inbox/all/${conversationId}`} dir="auto" className="min-w-0 flex-1 truncate text-accent-text underline underline-offset-2">
                {customerName ?? t("unknownCustomer")}
              </a>
              <span className="text-muted text-sm">{t(`reason.${reason}`)}</span>
            </li>
          ))}
        </ul>
      </Dialog>
    </div>
  );
}
