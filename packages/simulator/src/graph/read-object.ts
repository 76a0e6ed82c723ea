import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { findPerson } from "../world/people.ts";
import type { Answer, Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";

/** GET /{id}?fields=…: an account, or a person as an account knows them. Unknown fields are left out, as Graph does. */
export function readObject(simulator: Simulator, id: string, fields: string | undefined): Answer {
  const account = simulator.world.accounts.get(id);
  const object = account ? accountObject(account) : personObject(simulator, id);
  if (object === null) return { failure: graphFailures.noObject(id) };
  const wanted = fields?.split(",").map((field) => field.trim());
  const kept = Object.entries(object).filter(([key]) => key === "id" || wanted === undefined || wanted.includes(key));
  return { body: Object.fromEntries(kept) };
}

export function accountObject(account: AccountConfig): Wire {
  const { externalId: id, name, displayPhoneNumber, username } = account;
  if (account.channel === "whatsapp") {
    return { id, display_phone_number: displayPhoneNumber, verified_name: name, quality_rating: "GREEN" };
  }
  if (account.channel === "messenger") return { id, name, username };
  return { id, user_id: id, name, username };
}

function personObject(simulator: Simulator, id: string): Wire | null {
  for (const account of simulator.world.accounts.values()) {
    if (account.channel === "whatsapp") continue;
    const person = findPerson(simulator.world, account, id);
    // A profile can be read only after the person wrote.
    if (!person || simulator.world.thread(account.externalId, person.id)?.openedAt == null) continue;
    const [first = "", ...rest] = person.name.split(" ");
    if (account.channel === "instagram") return { id, name: person.name, username: person.username ?? undefined };
    return { id, name: person.name, first_name: first, last_name: rest.join(" ") };
  }
  return null;
}
