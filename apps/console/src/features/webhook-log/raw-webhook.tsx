"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { findWebhookOfItem } from "../../api/webhook-events.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EventDetail } from "./event-detail.tsx";

/** For admins: the webhook that brought an item of the timeline, as the platform sent it. */
export function RawWebhook({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const t = useTranslations("webhookLog");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("ofItemTitle")} description={t("ofItemText")} wide testId="raw-webhook-dialog">
      <Found itemId={itemId} />
    </Dialog>
  );
}

function Found({ itemId }: { itemId: string }) {
  const t = useTranslations("webhookLog");
  const found = useQuery({ queryKey: keys.rawItem(itemId), queryFn: () => findWebhookOfItem(itemId) });
  if (found.isPending) return <Skeleton className="h-24" />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <p className="pb-3 text-muted">{t("ofItemNone")}</p>;
  return <EventDetail id={found.data.id} />;
}
