import type { WebhookEvent } from "../../api/webhook-events.ts";
import type { BadgeTone } from "../../ui/badge.tsx";

/** The colour of a webhook's or an item's state. */
export const stateTones: Record<WebhookEvent["state"], BadgeTone> = {
  pending: "info",
  processed: "success",
  quarantined: "danger",
  ignored: "neutral",
};
