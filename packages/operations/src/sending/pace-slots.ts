import type { PacingRule } from "@onethread/channels";
import type { OutboundContent } from "@onethread/core";
import type { PaceSlot } from "@onethread/db/write";

/**
 * What one message counts against. `coexistence`: the number is also in the phone app, where the platform allows less.
 */
export function paceSlots(rules: readonly PacingRule[], content: OutboundContent, recipient: string, coexistence: boolean): PaceSlot[] {
  const applies = rules.filter((rule) => (rule.only === "coexistence" ? coexistence : true)).filter((rule) => fits(rule, content));
  // The stricter of two rules about the same thing stands in place of the other.
  const strictest = new Map<string, PacingRule>();
  for (const rule of applies) {
    const name = `${rule.per}/${rule.of}`;
    const other = strictest.get(name);
    if (!other || rule.everyMs / rule.count > other.everyMs / other.count) strictest.set(name, rule);
  }
  return [...strictest].map(([name, rule]) => {
    const stepMs = rule.everyMs / rule.count;
    return { key: rule.per === "pair" ? `${name}/${recipient}` : name, stepMs, aheadMs: stepMs * rule.burst };
  });
}

function fits({ of }: PacingRule, content: OutboundContent): boolean {
  const heavy = content.kind === "audio" || content.kind === "video";
  if (of === "audio_video") return heavy;
  if (of === "text") return !heavy;
  return of === "all";
}
