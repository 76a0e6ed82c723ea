import type { AccountConfig } from "../config.ts";
import { messagingAccount, type Simulator, whatsappAccount, whatsappPerson } from "../simulator.ts";
import { instagramRead, messengerRead } from "../wire/messaging.ts";
import { whatsappStatuses } from "../wire/whatsapp.ts";
import { scopedId } from "../world/people.ts";
import type { Person, PhoneMessage } from "../world/world.ts";

/** A person looks at a chat: what the business wrote is read, and the business is told. Answers how many were new. */
export async function personReads(
  simulator: Simulator,
  { account, person, at }: { account: AccountConfig; person: Person; at: number },
): Promise<number> {
  const thread = simulator.world.thread(account.externalId, person.id);
  const unread = (thread?.messages ?? []).filter((message) => message.by === "business" && message.status !== "read");
  if (!thread || unread.length === 0) return 0;
  for (const message of unread) simulator.world.advance(thread, message, "read");
  await simulator.post(account, readBody(simulator, account, person, unread, at));
  return unread.length;
}

function readBody(simulator: Simulator, account: AccountConfig, person: Person, unread: readonly PhoneMessage[], at: number): unknown {
  if (account.channel === "whatsapp") {
    const statuses = unread.map(({ id, callbackData, category, group }) => ({ id, status: "read" as const, at, callbackData, category, group }));
    return whatsappStatuses(whatsappAccount(account), whatsappPerson(person), statuses);
  }
  const personId = scopedId(simulator.world, account, person);
  if (account.channel === "messenger") return messengerRead(messagingAccount(account), personId, at);
  return instagramRead(messagingAccount(account), personId, unread.at(-1)?.id ?? "", at);
}
