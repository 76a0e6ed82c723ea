/** Deeper than any form is; a deeper value is an attack on whoever walks it. */
const deepest = 20;

/**
 * A copy of a value a customer's device made up, safe to keep: no `__proto__`, no half of a surrogate pair, not deeper
 * than 20 levels (then it throws).
 */
export function plainTree(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw new RangeError("nested too deep");
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map((one) => plainTree(one, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "__proto__");
  return Object.fromEntries(entries.map(([key, inner]) => [key.toWellFormed(), plainTree(inner, depth + 1)]));
}
