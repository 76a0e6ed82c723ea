import { badSurroundings, smallDisk } from "./elsewhere.ts";
import { installation } from "./installation.ts";
import type { Scenario } from "./scenario.ts";

/** Everything that `npm run chaos` can do, in the order it does it. */
export const scenarios: readonly Scenario[] = [installation, badSurroundings, smallDisk];
