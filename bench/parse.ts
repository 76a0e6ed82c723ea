import { parseCost } from "./parse-cost.ts";
import type { Result } from "./result.ts";

/** Every known webhook body, parsed over and over. */
export function parse(): Promise<Result[]> {
  const { perItem, items, bodies } = parseCost(200);
  const note = `${items} items in ${bodies} bodies, processor time`;
  return Promise.resolve([
    { what: "parsing one item, median", kind: "time", unit: "us", value: perItem, rounds: [], goal: { at: "most", value: 40 }, note },
  ]);
}
