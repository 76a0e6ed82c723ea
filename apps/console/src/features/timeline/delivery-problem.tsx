"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { CircleHelp, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { retryMessage } from "../../api/messages.ts";
import { Button } from "../../ui/button.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useMay } from "../frame/me.tsx";
import { placeInTimelines } from "./place-in-timelines.ts";

type DeliveryError = NonNullable<NonNullable<TimelineItem["delivery"]>["error"]>;

/** Sending the very same again cannot help with these. */
const final: ReadonlySet<DeliveryError["class"]> = new Set(["consent_withdrawn", "invalid_recipient"]);

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
  const mayRetry = mayReply && (unknown || !delivery.error || !final.has(delivery.error.class));

  const retry = async () => {
    setBusy(true);
    try {
      const fresh = await retryMessage(item.id);
      placeInTimelines(client, fresh);
    } catch (error) {
      toasts.add({ type: "error", title: t("retryFailed"), description: errorText(error) });
    }
    setBusy(false);
  };

  const Icon = unknown ? CircleHelp : TriangleAlert;
  return (
    <div
      data-testid="delivery-problem"
      className={`mt-1 flex max-w-full items-start gap-2 rounded-control px-2 py-1.5 text-sm ${unknown ? "bg-warning-bg text-warning" : "bg-danger-bg text-danger"}`}
    >
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <div className="min-w-0">{unknown ? <p>{t("unknownText")}</p> : <Reason error={delivery.error} />}</div>
      {mayRetry && (
        <Button size="small" busy={busy} onClick={() => void retry()} className="h-6">
          {unknown ? t("sendAgain") : t("retry")}
        </Button>
      )}
    </div>
  );
}

/** The server's own sentences are English: other languages say what kind of reason it is, and keep those behind "more". */
function Reason({ error }: { error: DeliveryError | null }) {
  const t = useTranslations("timeline");
  const english = useLocale() === "en";
  if (!error) return <p>{t("failure.unknown")}</p>;
  const [first, ...more] = english
    ? [[error.message, error.action].filter(Boolean).join(" "), error.detail]
    : [t(`failure.${error.class}`), error.message, error.action, error.detail];
  const rest = more.filter((one) => one && one !== first);
  return (
    <>
      <p>
        {first || t(`failure.${error.class}`)}
        <span className="opacity-80"> ({error.code})</span>
      </p>
      {rest.length > 0 && (
        <details className="mt-0.5">
          <summary className="cursor-pointer">{t("platformSaid")}</summary>
          {rest.map((one) => (
            <p key={one} lang="en" className="[overflow-wrap:anywhere]">
              {one}
            </p>
          ))}
        </details>
      )}
    </>
  );
}
