import { chooseRoute, isOpen, type RoutingAction } from "@onethread/core";
import type { RoutingTrial } from "@onethread/core/api";
import type { RoutingSetup, RoutingSubject } from "@onethread/db/write";

/** Where a case goes and why, with names as they are now; `to`: ids as the API shows them. */
export type Decided = Omit<RoutingTrial, "conversation"> & { to: RoutingAction | null };

/** The one place where it is decided: for a case that begins, and for a dry run. */
export function decide(setup: RoutingSetup, { facts, at }: RoutingSubject): Decided {
  const open = setup.hours.filter((hours) => isOpen(hours, at)).map(({ id }) => id);
  const ids = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id));
  const targets = { queues: ids(setup.queues), agents: ids(setup.agents), labels: ids(setup.labels) };
  const { rule, to: chosen, fellBack, considered } = chooseRoute(setup.rules, { ...facts, open }, targets);
  const usual = setup.defaultQueueId === null ? null : { queueId: setup.defaultQueueId, assigneeId: null, labels: [], priority: null };
  const to = chosen ?? usual;
  const named = (id: string | null, all: readonly { id: string; name: string }[]) => all.find((one) => one.id === id) ?? null;
  return {
    rule: rule && { id: rule.id, name: rule.name, version: rule.version },
    considered: considered.map((one) => {
      const { name = "", version = 1 } = setup.rules.find(({ id }) => id === one.ruleId) ?? {};
      return { ...one, name, version };
    }),
    result: to && {
      queue: named(to.queueId, setup.queues),
      assignee: named(to.assigneeId, setup.agents),
      labels: to.labels.flatMap((id) => named(id, setup.labels) ?? []),
      priority: to.priority,
      byDefault: rule === null,
      fellBack,
    },
    facts: {
      channel: facts.channel,
      account: facts.account,
      language: facts.language,
      labels: [...facts.labels],
      referral: facts.referral !== null,
      open,
      at: new Date(at).toISOString(),
    },
    to,
  };
}
