import { z } from "zod";
import { type ConditionTree, treeSize } from "../condition-tree.ts";

/** Groups may stand this deep in each other, and all of them may hold this many conditions. */
const [deepest, most] = [4, 30];

/** One or more of a list of values, or none of them. */
export const choiceOf = <F extends string, V extends z.ZodType<string>>(field: F, value: V) =>
  z.strictObject({ field: z.literal(field), op: z.enum(["in", "not_in"]), values: z.array(value).min(1).max(50) });

/**
 * Conditions nested in groups of all, any and none. `node` is named `id`, so that the description of the API can say that
 * it holds itself; `condition` is one that is not too large. `Leaf`: what core calls the leaves that `leaf` describes.
 */
export function conditionTree<Leaf extends object>(id: string, leaf: z.ZodType<Leaf>) {
  const node: z.ZodType<ConditionTree<Leaf>> = z
    .lazy(() =>
      z.union([
        leaf,
        z.strictObject({ all: z.array(node).max(30) }),
        z.strictObject({ any: z.array(node).max(30) }),
        z.strictObject({ none: z.array(node).max(30) }),
      ]),
    )
    .meta({ id });
  const condition = node.refine((tree) => treeSize(tree).depth <= deepest && treeSize(tree).leaves <= most, {
    message: `may hold ${most} conditions in groups ${deepest} deep`,
  });
  return { node, condition };
}
