import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { findPerson } from "../world/people.ts";
import { idOf } from "./graph-answer.ts";
import type { Host } from "./graph-desk.ts";

/** graph.instagram.com serves Instagram accounts only; graph.facebook.com serves all, those through a Page too. */
export const served = (account: AccountConfig, host: Host): boolean => host === "facebook" || account.channel === "instagram";

export const firstServed = (simulator: Simulator, host: Host): AccountConfig | undefined =>
  [...simulator.world.accounts.values()].find((account) => served(account, host));

/** The account a path names. `me` is whose token it is: here, whoever knows the person. */
export function accountAt(simulator: Simulator, host: Host, id: string, recipient: unknown): AccountConfig | undefined {
  if (id !== "me") return simulator.world.accounts.get(id);
  const person = idOf(recipient, "id") ?? "";
  const candidates = [...simulator.world.accounts.values()].filter((account) => account.channel === "instagram" && served(account, host));
  return candidates.find((account) => findPerson(simulator.world, account, person)) ?? candidates[0];
}
