import type { Fault } from "../fault.ts";

/** F9: every webhook ten times, in any order. What must come of it is what comes of a quiet day. */
export const storm: Fault = {
  name: "F9",
  what: "a storm: every webhook ten times, shuffled",
  strikes: { small: 0, full: 0 },
  webhooks: { small: 500, full: 10_000 },
  mischief: { duplicates: 9, late: 1, window: 5000 },
  perSecond: { small: 1500, full: 1500 },
};
