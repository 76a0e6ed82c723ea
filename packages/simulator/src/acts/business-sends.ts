import type { AccountConfig } from "../config.ts";
import type { GraphFailure } from "../graph/graph-failures.ts";
import { messagingAccount, type Simulator, whatsappAccount, whatsappPerson } from "../simulator.ts";
import { messagingEcho, messengerDelivery } from "../wire/messaging.ts";
import { type WhatsappPerson, type WhatsappStatus, whatsappStatuses } from "../wire/whatsapp.ts";
import { scopedId } from "../world/people.ts";
import type { Shown } from "../world/shown.ts";
import type { Person, PhoneMessage, Thread } from "../world/world.ts";
import { makeId } from "./act-context.ts";

/** How long a message is on its way. Short: a demo should not wait, and a test may look at "sent" all the same. */
const receiptDelay = 15;
const deliveryDelay = 60;

export type Sending = {
  account: AccountConfig;
  person: Person;
  text: string;
  shown?: Shown | undefined;
  /** What the echo carries beside the text. */
  attachments?: readonly Record<string, unknown>[] | undefined;
  /** The group it goes to. */
  group?: string | undefined;
  /** Of a template. */
  category?: string | undefined;
  at: number;
  replyTo?: string | undefined;
  /** What comes back: WhatsApp's `biz_opaque_callback_data`, Messenger's `metadata`. */
  ownData?: string | undefined;
};

/** An accepted send: the phone shows it, receipts and echoes follow as webhooks. Answers the message's id. */
export function businessSends(simulator: Simulator, sending: Sending): string {
  const { account, person, text, shown, at, replyTo, ownData } = sending;
  const thread = simulator.world.beginThread(account, person);
  const message: PhoneMessage = {
    id: makeId(account),
    by: "business",
    kind: shown ? "rich" : "text",
    text,
    ...(shown ? { shown } : {}),
    at,
    status: "sent",
    replyTo,
    ...(sending.group ? { group: sending.group } : {}),
    ...(sending.category ? { category: sending.category } : {}),
    ...(account.channel === "whatsapp" ? { callbackData: ownData } : {}),
  };
  thread.typingUntil = undefined;
  simulator.world.addMessage(thread, message);
  const started = Date.now();
  const clock = (): number => at + (Date.now() - started);
  if (account.channel === "whatsapp") sendWhatsappReceipts(simulator, { account, person, thread, message, clock });
  else sendMessagingReceipts(simulator, { account, person, thread, message, clock }, sending);
  return message.id;
}

/** WhatsApp accepts and fails later: not a word of it in the answer to the call. */
export function businessSendsInVain(
  simulator: Simulator,
  failing: {
    account: AccountConfig;
    to: WhatsappPerson;
    at: number;
    ownData?: string | undefined;
    failure: GraphFailure;
  },
): string {
  const { account, to, at, ownData, failure } = failing;
  const id = makeId(account);
  const error = { code: failure.code, title: failure.message, details: failure.details ?? failure.message };
  const status: WhatsappStatus = { id, status: "failed", at, callbackData: ownData, error };
  simulator.later(receiptDelay, () => void simulator.post(account, whatsappStatuses(whatsappAccount(account), to, [status])));
  return id;
}

type Receipts = { account: AccountConfig; person: Person; thread: Thread; message: PhoneMessage; clock: () => number };

function sendWhatsappReceipts(simulator: Simulator, { account, person, thread, message, clock }: Receipts): void {
  const tell = (status: "sent" | "delivered"): void => {
    const receipt = { id: message.id, status, at: clock(), callbackData: message.callbackData, category: message.category, group: message.group };
    void simulator.post(account, whatsappStatuses(whatsappAccount(account), whatsappPerson(person), [receipt]));
  };
  simulator.later(receiptDelay, () => tell("sent"));
  simulator.later(deliveryDelay, () => {
    // An open chat reads at once; then "delivered" is left out, as WhatsApp does.
    if (simulator.world.advance(thread, message, "delivered")) tell("delivered");
  });
}

function sendMessagingReceipts(simulator: Simulator, receipts: Receipts, { ownData: metadata, attachments }: Sending): void {
  const { account, person, thread, message, clock } = receipts;
  const personId = scopedId(simulator.world, account, person);
  const appId = account.appId ?? simulator.config.appId;
  const echo = messagingEcho(messagingAccount(account), personId, {
    id: message.id,
    at: message.at,
    text: attachments ? undefined : message.text,
    attachments,
    replyTo: message.replyTo,
    appId,
    metadata,
  });
  simulator.later(receiptDelay, () => void simulator.post(account, echo));
  if (account.channel !== "messenger") return;
  simulator.later(deliveryDelay, () => {
    if (!simulator.world.advance(thread, message, "delivered")) return;
    void simulator.post(account, messengerDelivery(messagingAccount(account), personId, [message.id], clock()));
  });
}
