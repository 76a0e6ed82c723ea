import type { Attributes } from "./attribute-value.ts";

export type AttributeEntry = { name: string; label: string; value: unknown };
export type AttributeGroup = { title: string | null; entries: AttributeEntry[] };

/**
 * What a panel shows of attributes: those with a value, in groups and by name, and apart from them those without one.
 * `order.total` belongs to the group `order` when another one does; what is in no group comes first.
 */
export function arrangeAttributes(attributes: Attributes): { groups: AttributeGroup[]; empty: AttributeEntry[] } {
  const names = Object.keys(attributes).sort((a, b) => a.localeCompare(b, undefined, { numeric: true, sensitivity: "base" }));
  const filled = names.filter((name) => !isEmpty(attributes[name]));
  const size = new Map<string, number>();
  for (const name of filled) size.set(groupOf(name) ?? "", (size.get(groupOf(name) ?? "") ?? 0) + 1);
  const groups = new Map<string | null, AttributeEntry[]>([[null, []]]);
  for (const name of filled) {
    const prefix = groupOf(name);
    const title = prefix !== null && (size.get(prefix) ?? 0) > 1 ? prefix : null;
    const entry = { name, label: title === null ? name : name.slice(title.length + 1), value: attributes[name] };
    groups.set(title, [...(groups.get(title) ?? []), entry]);
  }
  return {
    groups: [...groups].flatMap(([title, entries]) => (entries.length > 0 ? [{ title, entries }] : [])),
    empty: names.filter((name) => isEmpty(attributes[name])).map((name) => ({ name, label: name, value: attributes[name] })),
  };
}

const isEmpty = (value: unknown): boolean => value === null || value === "";

/** What stands before the first point, where there is something on both of its sides. */
const groupOf = (name: string): string | null => /^([^.]*[^.\s])\.[^.\s]/.exec(name)?.[1] ?? null;
