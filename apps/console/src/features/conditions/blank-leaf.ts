import { type ConditionField, type ConditionTree, type ConversationLeaf, conditionFields, foldConditions } from "@onethread/core";

/** A condition to begin with, for a field. Choices and texts are still to be filled in. */
export function blankLeaf(field: ConditionField): ConversationLeaf {
  const kind = conditionFields[field];
  if (kind === "choice") return { field, op: "in", values: [] } as ConversationLeaf;
  if (kind === "flag") return { field, op: "is", value: true } as ConversationLeaf;
  if (kind === "text") return { field, op: "contains", value: "" } as ConversationLeaf;
  return { field, op: "within", hours: 24 } as ConversationLeaf;
}

type Leaf = { values: unknown[] } | { hours: number } | { value: unknown };

const isFilled = (leaf: Leaf): boolean => {
  if ("values" in leaf) return leaf.values.length > 0;
  if ("hours" in leaf) return leaf.hours > 0;
  return typeof leaf.value !== "string" || leaf.value.trim() !== "";
};

/** Without what is not filled in yet and groups with nothing in them; null: nothing is left. */
export function filledConditions<L extends Leaf>(condition: ConditionTree<L>): ConditionTree<L> | null {
  const group = (word: GroupWord) => (parts: (ConditionTree<L> | null)[]) => {
    const rest = parts.filter((part) => part !== null);
    return rest.length > 0 ? groupOf(word, rest) : null;
  };
  return foldConditions<L, ConditionTree<L> | null>(condition, {
    leaf: (leaf) => (isFilled(leaf) ? leaf : null),
    all: group("all"),
    any: group("any"),
    none: group("none"),
  });
}

export type Group<L> = { all: ConditionTree<L>[] } | { any: ConditionTree<L>[] } | { none: ConditionTree<L>[] };
export type GroupWord = "all" | "any" | "none";

export const isGroup = <L extends object>(condition: ConditionTree<L>): condition is Group<L> =>
  "all" in condition || "any" in condition || "none" in condition;
export const wordOf = <L>(group: Group<L>): GroupWord => ("all" in group ? "all" : "any" in group ? "any" : "none");
export const partsOf = <L>(group: Group<L>): ConditionTree<L>[] => ("all" in group ? group.all : "any" in group ? group.any : group.none);
export const groupOf = <L>(word: GroupWord, parts: ConditionTree<L>[]): Group<L> => ({ [word]: parts }) as Group<L>;

/** A condition as the group that the editor begins with. */
export const asGroup = <L extends object>(condition: ConditionTree<L> | null): Group<L> =>
  condition === null ? { all: [] } : isGroup(condition) ? condition : { all: [condition] };
