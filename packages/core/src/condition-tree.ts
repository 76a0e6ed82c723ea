/** Conditions joined by all, any and none, as deep as somebody likes. `L`: what one condition says. */
export type ConditionTree<L> = L | { all: ConditionTree<L>[] } | { any: ConditionTree<L>[] } | { none: ConditionTree<L>[] };

type Read<L, T> = { leaf: (leaf: L) => T; all: (parts: T[]) => T; any: (parts: T[]) => T; none: (parts: T[]) => T };

/** Works a tree off from its leaves upwards. Empty: `all` and `none` of nothing hold, `any` of nothing does not. */
export function foldConditions<L extends object, T>(tree: ConditionTree<L>, read: Read<L, T>): T {
  const parts = (inner: ConditionTree<L>[]) => inner.map((one) => foldConditions(one, read));
  if ("all" in tree) return read.all(parts(tree.all));
  if ("any" in tree) return read.any(parts(tree.any));
  if ("none" in tree) return read.none(parts(tree.none));
  return read.leaf(tree);
}

/** Whether a tree holds, where `holds` says it of one leaf. */
export const treeHolds = <L extends object>(tree: ConditionTree<L>, holds: (leaf: L) => boolean): boolean =>
  foldConditions<L, boolean>(tree, {
    leaf: holds,
    all: (parts) => parts.every(Boolean),
    any: (parts) => parts.some(Boolean),
    none: (parts) => !parts.some(Boolean),
  });

/** How many leaves a tree has, and how deep groups stand in it (a leaf alone: 0). */
export const treeSize = <L extends object>(tree: ConditionTree<L>): { leaves: number; depth: number } => {
  const add = (parts: { leaves: number; depth: number }[]) => ({
    leaves: parts.reduce((sum, part) => sum + part.leaves, 0),
    depth: 1 + Math.max(0, ...parts.map((part) => part.depth)),
  });
  return foldConditions<L, { leaves: number; depth: number }>(tree, { leaf: () => ({ leaves: 1, depth: 0 }), all: add, any: add, none: add });
};
