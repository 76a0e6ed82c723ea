import type { Customer } from "@onethread/core/api";

/** One that two customers have both, and not the same. `field`: an attribute; null: the name. */
export type Difference = { field: string | null; values: [unknown, unknown] };

/** What has to be chosen when two become one: where only one of them has something, it stays in any case. */
export function differingDetails([one, other]: readonly [Customer, Customer]): Difference[] {
  const both: Difference[] = [{ field: null, values: [one.name, other.name] }];
  for (const field of Object.keys(one.attributes).toSorted()) both.push({ field, values: [one.attributes[field], other.attributes[field]] });
  return both.filter(({ values: [a, b] }) => a !== undefined && b !== undefined && a !== null && b !== null && a !== b);
}
