import { type ConditionField, type ConversationCondition, type ConversationLeaf, conditionFields, foldConditions } from "@onethread/core";

/** A condition to begin with, for a field. Choices and texts are still to be filled in. */
export function blankLeaf(field: ConditionField): ConversationLeaf {
  const kind = conditionFields[field];
  if (kind === "choice") return { field, op: "in", values: [] } as ConversationLeaf;
  if (kind === "flag") return { field, op: "is", value: true } as ConversationLeaf;
  if (kind === "text") return { field, op: "contains", value: "" } as ConversationLeaf;
  return { field, op: "within", hours: 24 } as ConversationLeaf;
}

const isFilled = (leaf: ConversationLeaf): boolean => {
  if ("values" in leaf) return leaf.values.length > 0;
  if ("hours" in leaf) return leaf.hours > 0;
  return typeof leaf.value !== "string" || leaf.value.trim() !== "";
};

/** Without what is not filled in yet and groups with nothing in them; null: nothing is left. */
export function filledConditions(condition: ConversationCondition): ConversationCondition | null {
  const group = (word: "all" | "any" | "none") => (parts: (ConversationCondition | null)[]) => {
    const rest = parts.filter((part) => part !== null);
    return rest.length > 0 ? ({ [word]: rest } as ConversationCondition) : null;
  };
  return foldConditions<ConversationLeaf, ConversationCondition | null>(condition, {
    leaf: (leaf) => (isFilled(leaf) ? leaf : null),
    all: group("all"),
    any: group("any"),
    none: group("none"),
  });
}

export type Group = { all: ConversationCondition[] } | { any: ConversationCondition[] } | { none: ConversationCondition[] };
export type GroupWord = "all" | "any" | "none";

export const isGroup = (condition: ConversationCondition): condition is Group => "all" in condition || "any" in condition || "none" in condition;
export const wordOf = (group: Group): GroupWord => ("all" in group ? "all" : "any" in group ? "any" : "none");
export const partsOf = (group: Group): ConversationCondition[] => ("all" in group ? group.all : "any" in group ? group.any : group.none);
export const groupOf = (word: GroupWord, parts: ConversationCondition[]): Group => ({ [word]: parts }) as Group;

/** A condition as the group that the editor begins with. */
export const asGroup = (condition: ConversationCondition | null): Group =>
  condition === null ? { all: [] } : isGroup(condition) ? condition : { all: [condition] };
