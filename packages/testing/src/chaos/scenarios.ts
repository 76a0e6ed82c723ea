import { rollingDeploy } from "./deploy/rolling-deploy.ts";
import { badSurroundings, smallDisk } from "./elsewhere.ts";
import { installation } from "./installation.ts";
import { powerCut } from "./restore/power-cut.ts";
import { restoreDrill } from "./restore/restore-drill.ts";
import type { Scenario } from "./scenario.ts";
import { sending } from "./sending/sending.ts";

/** Everything that `npm run chaos` can do, in the order it does it. */
export const scenarios: readonly Scenario[] = [installation, sending, badSurroundings, smallDisk, rollingDeploy, restoreDrill, powerCut];
