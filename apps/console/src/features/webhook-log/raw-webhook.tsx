"use client";
import { useQuery } from "@tanstack/react-query";
import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { findWebhookOfItem } from "../../api/webhook-events.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useMay } from "../frame/me.tsx";
import { EventDetail } from "./event-detail.tsx";

/** For admins: the webhook that brought an item of the timeline, as the platform sent it. */
export function RawWebhook({ itemId }: { itemId: string }) {
  const t = useTranslations("webhookLog");
  const may = useMay("see_webhooks");
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <IconButton size="small" label={t("ofItem")} onClick={() => setOpen(true)} data-testid="raw-webhook">
        <Braces aria-hidden className="size-4" />
      </IconButton>
      {open && (
        <Dialog open onOpenChange={setOpen} title={t("ofItemTitle")} description={t("ofItemText")} wide testId="raw-webhook-dialog">
          <Found itemId={itemId} />
        </Dialog>
      )}
    </>
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
