import type { Evidence } from "../evidence.ts";
import { failVisible } from "./fail-visible.ts";
import { inOrder } from "./in-order.ts";
import { isolation } from "./isolation.ts";
import { liveConverges } from "./live-converges.ts";
import { noneDoubled } from "./none-doubled.ts";
import { noneLost } from "./none-lost.ts";
import { oneCustomer } from "./one-customer.ts";
import { latestReaction } from "./reactions.ts";
import { sentOnce } from "./sent-once.ts";
import { shownOnce } from "./shown-once.ts";
import { statusLattice } from "./status-lattice.ts";
import { unreadCounts } from "./unread-counts.ts";

export type Verdict = { lost: number; doubled: number; violations: string[] };

/** Enough to see what is wrong; the rest is counted. */
const told = 5;

/** Everything that was promised and is not so, in plain words. */
export function check(evidence: Evidence): Verdict {
  const lost = noneLost(evidence);
  const doubled = [...noneDoubled(evidence), ...sentOnce(evidence).filter((one) => one.includes("times"))];
  const found: [string, string[]][] = [
    ["I1 none lost", lost],
    ["I2 none doubled", [...noneDoubled(evidence), ...unreadCounts(evidence)]],
    ["I3 order", [...inOrder(evidence), ...latestReaction(evidence)]],
    ["I4 one customer", oneCustomer(evidence)],
    ["I5 sent at most once", sentOnce(evidence)],
    ["I6 status", statusLattice(evidence)],
    ["I8 live", [...liveConverges(evidence), ...shownOnce(evidence)]],
    ["I10 fail visible", failVisible(evidence)],
    ["I11 isolation", isolation(evidence)],
  ];
  return {
    lost: lost.length,
    doubled: doubled.length,
    violations: found.flatMap(([name, all]) => [
      ...all.slice(0, told).map((one) => `${name}: ${one}`),
      ...(all.length > told ? [`${name}: and ${all.length - told} more`] : []),
    ]),
  };
}
