"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { useEffect } from "react";
import { keys } from "../../api/keys.ts";
import { getReplay, replayWebhooks, type WebhookReplay } from "../../api/status.ts";
import { Button } from "../../ui/button.tsx";
import { useSave } from "../settings/use-save.ts";

/** Looked at that often while it goes on. Milliseconds. */
const lookEvery = 1000;

type Props = { state: WebhookReplay["state"]; account: string | null; accountName: string | null };

/** Processes all that the list shows again, as a job that goes on when this page is closed, and says how far it is. */
export function ReplayAll({ state, account, accountName }: Props) {
  const t = useTranslations("webhookLog.replayAll");
  const [replayId, setReplayId] = useQueryState("replay");
  const { busy, save } = useSave(["webhook-events"]);
  const replay = () =>
    void save(
      () => replayWebhooks(state, account),
      ({ id }) => void setReplayId(id),
    );
  return (
    <div className="mt-3 flex flex-col gap-3">
      <Button className="w-fit max-w-full" busy={busy} onClick={replay} data-testid="replay-all">
        <RotateCw aria-hidden className="size-3.5 shrink-0" />
        <span className="truncate">{accountName ? t("buttonOf", { name: accountName }) : t("button")}</span>
      </Button>
      {replayId && <Progress id={replayId} />}
    </div>
  );
}

function Progress({ id }: { id: string }) {
  const t = useTranslations("webhookLog.replayAll");
  const client = useQueryClient();
  const { data: replay } = useQuery({
    queryKey: keys.webhookReplay(id),
    queryFn: () => getReplay(id),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : lookEvery),
  });
  const finished = replay?.finishedAt != null;
  useEffect(() => {
    if (!finished) return;
    void client.invalidateQueries({ queryKey: ["webhook-events"] });
    void client.invalidateQueries({ queryKey: keys.status });
  }, [client, finished]);
  if (!replay) return null;
  const { processed, ignored, quarantined } = replay.outcomes;
  const done = processed + ignored + quarantined;
  // What came back into quarantine in the middle of it may make more than there were.
  const total = Math.max(replay.total, done);
  return (
    <div className="flex flex-col gap-1.5 rounded-panel border border-line px-4 py-3" data-testid="replay-progress" data-finished={finished}>
      <p className="font-medium">{finished ? t("finished") : t("running", { done, total })}</p>
      <div
        role="progressbar"
        aria-label={t("button")}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={finished ? total : done}
        className="h-1.5 overflow-hidden rounded-full bg-hover"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${finished ? 100 : (100 * done) / Math.max(1, total)}%` }}
        />
      </div>
      <p className="text-muted text-sm" aria-live="polite">
        {finished ? t("outcome", { total, processed, ignored, quarantined }) : t("goesOn")}
      </p>
    </div>
  );
}
