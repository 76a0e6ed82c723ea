import { randomUUID } from "node:crypto";
import type { AccountConfig } from "../config.ts";
import { makePersonScopedId, makePhone, makeUserId } from "../wire/make-id.ts";
import type { Person, World } from "./world.ts";

export type PersonInput = {
  id?: string | undefined;
  name: string;
  phone?: string | null | undefined;
  bsuid?: string | null | undefined;
  psid?: string | undefined;
  igsid?: string | undefined;
  username?: string | undefined;
};

/**
 * Adds a person, or changes the one with this id. WhatsApp shows a phone and a user id unless one is null; a person with
 * only a user id shows no phone. `psid` and `igsid` hold for every account, else each account gets its own.
 */
export function savePerson(world: World, input: PersonInput): Person {
  const known = input.id === undefined ? undefined : world.people.get(input.id);
  const hidesPhone = input.phone === undefined && typeof input.bsuid === "string";
  const phone = input.phone === undefined ? (known?.phone ?? (hidesPhone ? null : freePhone(world))) : input.phone;
  const person: Person = {
    id: input.id ?? randomUUID(),
    name: input.name,
    phone: phone?.replace(/\D/g, "") || null,
    bsuid: input.bsuid === undefined ? (known?.bsuid ?? makeUserId()) : input.bsuid,
    username: input.username ?? known?.username ?? null,
    psids: input.psid === undefined ? (known?.psids ?? {}) : { [everyAccount]: input.psid },
    igsids: input.igsid === undefined ? (known?.igsids ?? {}) : { [everyAccount]: input.igsid },
  };
  world.people.set(person.id, person);
  world.changed(person.id);
  return person;
}

/** A number nobody has: the numbers for drama are few, and whoever shares one is one person to every desk. */
export function freePhone(world: World): string {
  const taken = new Set([...world.people.values()].map((person) => person.phone));
  for (let tries = 0; tries < 10_000; tries++) {
    const phone = makePhone();
    if (!taken.has(phone.replace(/\D/g, ""))) return phone;
  }
  throw new Error("there is no phone number left for another person");
}

const everyAccount = "*";

/** The id under which a Page or an Instagram account knows a person; made when first asked for. */
export function scopedId(world: World, account: AccountConfig, person: Person): string {
  const ids = account.channel === "messenger" ? person.psids : person.igsids;
  const known = ids[account.externalId] ?? ids[everyAccount];
  if (known !== undefined) return known;
  const made = makePersonScopedId();
  ids[account.externalId] = made;
  world.changed(person.id);
  return made;
}

/** Who is meant by a recipient of a send: a phone, a user id, a page- or Instagram-scoped id. */
export function findPerson(world: World, account: AccountConfig, recipient: string): Person | undefined {
  const people = [...world.people.values()];
  if (account.channel === "whatsapp") {
    const digits = recipient.replace(/\D/g, "");
    return people.find((person) => person.bsuid === recipient || (person.phone !== null && person.phone === digits));
  }
  const idsOf = (person: Person) => (account.channel === "messenger" ? person.psids : person.igsids);
  return people.find((person) => [idsOf(person)[account.externalId], idsOf(person)[everyAccount]].includes(recipient));
}
