import { makeId } from "../acts/act-context.ts";
import { otherApp } from "../acts/control-thread.ts";
import type { AccountConfig } from "../config.ts";
import { messagingAccount, type Simulator, whatsappAccount, whatsappPerson } from "../simulator.ts";
import { messagingEcho } from "../wire/messaging.ts";
import { seconds, whatsappNumberField } from "../wire/whatsapp.ts";
import { scopedId } from "../world/people.ts";
import type { Person } from "../world/world.ts";

type Where = { account: AccountConfig; person: Person; at: number };

/** The business answers from its phone app, the Page's inbox or Instagram: the product hears of it by an echo. */
export async function answerOutside(simulator: Simulator, { account, person, at }: Where, text: string): Promise<unknown> {
  const id = makeId(account);
  const thread = simulator.world.beginThread(account, person);
  simulator.world.addMessage(thread, { id, by: "business", kind: "text", text, at, status: "delivered" });
  if (account.channel !== "whatsapp") {
    const appId = account.channel === "messenger" ? otherApp : undefined;
    return simulator.post(account, messagingEcho(messagingAccount(account), scopedId(simulator.world, account, person), { id, text, at, appId }));
  }
  const { phone, userId } = whatsappPerson(person);
  const echo = {
    from: whatsappAccount(account).displayPhoneNumber.replace(/\D/g, ""),
    ...(phone ? { to: phone } : {}),
    ...(userId ? { to_user_id: userId } : {}),
    id,
    timestamp: seconds(at),
    type: "text",
    text: { body: text },
  };
  return simulator.post(account, whatsappNumberField(whatsappAccount(account), "smb_message_echoes", { message_echoes: [echo] }));
}

const day = 24 * 3_600_000;
const asked = ["Do you have this in blue?", "What is the delivery time?", "Can I change the size?", "Do you ship to Ireland?"];
const answered = ["Yes, in all sizes.", "Two to four days.", "Of course, just send it back.", "We do, for 9 pounds."];

/**
 * A piece of what was said before the number was connected, as a number shared with the phone app brings it.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history (2026)
 */
export async function importHistory(simulator: Simulator, { account, person, at }: Where, count: number): Promise<unknown> {
  const wire = whatsappAccount(account);
  const number = wire.displayPhoneNumber.replace(/\D/g, "");
  const other = person.phone ?? person.bsuid ?? "";
  const messages = Array.from({ length: count }, (_, index) => {
    const mine = index % 2 === 1;
    const body = (mine ? answered : asked)[Math.floor(index / 2) % 4] ?? "";
    const when = seconds(at - 30 * day + index * 3_600_000);
    return {
      ...(mine ? { from: number, to: other } : { from: other }),
      id: makeId(account),
      timestamp: when,
      type: "text",
      text: { body },
      history_context: { status: mine ? "DELIVERED" : "READ" },
    };
  });
  const history = [{ metadata: { phase: 0, chunk_order: 1, progress: 100 }, threads: [{ id: other, messages }] }];
  return simulator.post(account, whatsappNumberField(wire, "history", { history }));
}

/** What the button "Test" in Meta's settings sends: invented ids, which must not become a customer. */
export function testEvent(account: AccountConfig, at: number): Record<string, unknown> {
  if (account.channel === "whatsapp") {
    const value = {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "16505551111", phone_number_id: "123456123" },
      contacts: [{ profile: { name: "test user name" }, wa_id: "16315551181" }],
      messages: [{ from: "16315551181", id: "ABGGFlA5Fpa", timestamp: "1504902988", type: "text", text: { body: "this is a text message" } }],
    };
    return { object: "whatsapp_business_account", entry: [{ id: "0", changes: [{ field: "messages", value }] }] };
  }
  const value = {
    sender: { id: "12334" },
    recipient: { id: "23245" },
    timestamp: "1527459824",
    message: { mid: "test_message_id", text: "test_message" },
  };
  return {
    object: account.channel === "messenger" ? "page" : "instagram",
    entry: [{ id: "0", time: Math.floor(at / 1000), changes: [{ field: "messages", value }] }],
  };
}
