import type { MessageDetail } from "@onethread/core/api";

type Delivery = NonNullable<MessageDetail["delivery"]>;
/** `accepted`: the platform has answered that it takes the message. `retry`: it said to try again later. */
type Name = Delivery["status"] | "accepted" | "retry";
export type DeliveryStep = { name: Name; at: string; error: Delivery["error"] };

const accepted = { sending: null, sent: "accepted", rejected: "failed", retry: "retry", unknown: "unknown" } as const;

/**
 * What became of a message, in order: written, each attempt to hand it over, and what the platform said of it since. What
 * an attempt and the platform's word tell twice stands there once.
 */
export function deliveryHistory({ occurredAt, attempts, statusHistory, delivery }: MessageDetail): DeliveryStep[] {
  const steps: DeliveryStep[] = attempts.length > 0 ? [{ name: "queued", at: occurredAt, error: null }] : [];
  for (const attempt of attempts) {
    steps.push({ name: "sending", at: attempt.startedAt, error: null });
    const name = accepted[attempt.state];
    if (name && attempt.endedAt) steps.push({ name, at: attempt.endedAt, error: attempt.error });
  }
  for (const { status, at, error } of statusHistory) steps.push({ name: status, at, error });
  if (delivery && !steps.some((step) => step.name === delivery.status || (delivery.status === "sent" && step.name === "accepted")))
    steps.push({ name: delivery.status, at: delivery.at, error: delivery.error });
  return steps
    .map((step, index) => ({ step, index }))
    .filter(({ step, index }) => steps.findIndex((other) => other.name === step.name && other.at === step.at) === index)
    .sort((a, b) => Date.parse(a.step.at) - Date.parse(b.step.at) || a.index - b.index)
    .map(({ step }) => step);
}
