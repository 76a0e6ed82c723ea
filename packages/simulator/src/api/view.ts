import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { scopedId } from "../world/people.ts";
import type { Person, Thread } from "../world/world.ts";

type AccountView = Pick<AccountConfig, "channel" | "externalId" | "name" | "username" | "displayPhoneNumber">;
export type View = {
  accounts: AccountView[];
  /** With the ids by which each account knows the person. */
  people: (Person & { ids: Record<string, string | null> })[];
  threads: Thread[];
};

/** What the phones know; with `personId` only that person's chats. Never a secret. */
export function viewOf({ world }: Simulator, personId?: string): View {
  const accounts = [...world.accounts.values()];
  return {
    accounts: accounts.map(({ channel, externalId, name, username, displayPhoneNumber }) => ({
      channel,
      externalId,
      name,
      ...(username ? { username } : {}),
      ...(displayPhoneNumber ? { displayPhoneNumber } : {}),
    })),
    people: [...world.people.values()].map((person) => ({
      ...person,
      ids: Object.fromEntries(
        accounts.map((account) => [
          account.externalId,
          account.channel === "whatsapp" ? (person.phone ?? person.bsuid) : scopedId(world, account, person),
        ]),
      ),
    })),
    threads: world.threads().filter((thread) => personId === undefined || thread.personId === personId),
  };
}
