import type { Right } from "@onethread/core";
import type { GettingStarted } from "@onethread/core/api";

/** In their order: where each is taken, and who may. */
const all = [
  { name: "channel", href: "/settings/channels", right: "manage_channels" },
  { name: "message", href: "/inbox/all", right: "reply" },
  { name: "reply", href: "/inbox/unassigned", right: "reply" },
  { name: "invitation", href: "/settings/members", right: "manage_members" },
  { name: "businessHours", href: "/settings/hours", right: "manage_business_hours" },
  { name: "cannedReply", href: "/settings/canned-replies", right: "reply" },
] as const satisfies { name: keyof GettingStarted; href: string; right: Right }[];

/** The steps of whoever may take them, each with whether it was; nothing when none is left to them. */
export function stepsFor(taken: GettingStarted, may: (right: Right) => boolean) {
  const steps = all.filter(({ right }) => may(right)).map((step) => ({ ...step, done: taken[step.name] }));
  return steps.every(({ done }) => done) ? [] : steps;
}
