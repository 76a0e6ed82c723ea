import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { type GraphFailure, graphFailures } from "./graph-failures.ts";

/** Why an account may send nothing at all now; null when it may. */
export function accountFailure(simulator: Simulator, account: AccountConfig): GraphFailure | null {
  const state = simulator.world.stateOf(account.externalId);
  if (state.token !== "valid") return graphFailures.token[state.token];
  if (state.standing !== "fine") return graphFailures.standing[account.channel];
  return account.channel === "whatsapp" && state.displayName === "DECLINED" ? graphFailures.displayName : null;
}
