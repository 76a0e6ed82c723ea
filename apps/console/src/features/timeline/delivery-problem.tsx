"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { CircleHelp, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { retryMessage } from "../../api/messages.ts";
import { Button } from "../../ui/button.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMay } from "../frame/me.tsx";
import { placeItem, type TimelineData } from "./merge-newest-page.ts";

/** Why a message did not arrive, or why nobody knows, and what can be done. Always visible, never only on hover. */
export function DeliveryProblem({ item }: { item: TimelineItem }) {
  const t = useTranslations("timeline");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const mayReply = useMay("reply");
  const [busy, setBusy] = useState(false);
  const { delivery } = item;
  if (!delivery || (delivery.status !== "failed" && delivery.status !== "unknown")) return null;
  const unknown = delivery.status === "unknown";

  const retry = async () => {
    setBusy(true);
    try {
      const fresh = await retryMessage(item.id);
      client.setQueryData<TimelineData>(keys.timeline(item.conversationId), (old) => old && placeItem(old, fresh));
    } catch (error) {
      toasts.add({ type: "error", title: t("retryFailed"), description: errorText(error) });
    }
    setBusy(false);
  };

  const Icon = unknown ? CircleHelp : TriangleAlert;
  return (
    <div
      className={`mt-1 flex max-w-full items-start gap-2 rounded-control px-2 py-1.5 text-sm ${unknown ? "bg-warning-bg text-warning" : "bg-danger-bg text-danger"}`}
    >
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <div className="min-w-0">
        <p>
          {unknown ? t("unknownText") : t(`failure.${delivery.error?.class ?? "unknown"}`)}
          {delivery.error && <span className="opacity-80"> ({delivery.error.code})</span>}
        </p>
        {!unknown && delivery.error?.message && (
          <details className="mt-0.5">
            <summary>{t("platformSaid")}</summary>
            <p className="[overflow-wrap:anywhere]">{delivery.error.message}</p>
          </details>
        )}
      </div>
      {mayReply && (
        <Button size="small" busy={busy} onClick={() => void retry()} className="h-6">
          {unknown ? t("sendAgain") : t("retry")}
        </Button>
      )}
    </div>
  );
}
