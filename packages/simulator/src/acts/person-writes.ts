import type { AccountConfig } from "../config.ts";
import { messagingAccount, type Simulator, whatsappAccount, whatsappPerson } from "../simulator.ts";
import { makeInstagramMid, makeMessengerMid, makeWamid } from "../wire/make-id.ts";
import { messagingText } from "../wire/messaging.ts";
import { whatsappText } from "../wire/whatsapp.ts";
import { scopedId } from "../world/people.ts";
import type { Person, PhoneMessage } from "../world/world.ts";

export type Written = { externalId: string; delivered: boolean; status: number | null; body: unknown };

export type Writing = {
  account: AccountConfig;
  person: Person;
  text: string;
  at: number;
  replyTo?: string | undefined;
  /** false: the webhook is made but not posted. */
  deliver?: boolean | undefined;
};

/** A person sends a text: it stands on the phone and goes out as a webhook. */
export async function personWrites(simulator: Simulator, writing: Writing): Promise<Written> {
  const { account, person, text, at, replyTo } = writing;
  const thread = simulator.world.beginThread(account, person);
  const message: PhoneMessage = { id: makeId(account), by: "person", kind: "text", text, at, status: "sent", replyTo };
  const body = bodyOf(simulator, writing, message);
  simulator.world.opened(thread, at);
  simulator.world.addMessage(thread, message);
  if (writing.deliver === false) return { externalId: message.id, delivered: false, status: null, body };
  const { delivered, status } = await simulator.post(account, body, () => void simulator.world.advance(thread, message, "delivered"));
  return { externalId: message.id, delivered, status, body };
}

function bodyOf(simulator: Simulator, { account, person }: Writing, message: PhoneMessage): unknown {
  const { id, text, at, replyTo } = message;
  if (account.channel === "whatsapp") {
    return whatsappText(whatsappAccount(account), whatsappPerson(person), { id, text, at, replyTo });
  }
  return messagingText(messagingAccount(account), scopedId(simulator.world, account, person), {
    id,
    text,
    at,
    replyTo,
  });
}

/** An id of the form the channel gives its messages. */
export function makeId(account: AccountConfig): string {
  if (account.channel === "whatsapp") return makeWamid();
  return account.channel === "messenger" ? makeMessengerMid() : makeInstagramMid();
}
