import type { AccountConfig } from "../config.ts";
import { messagingAccount, type Simulator, whatsappAccount, whatsappPerson } from "../simulator.ts";
import { messagingEvent } from "../wire/messaging.ts";
import { seconds, whatsappAccountField } from "../wire/whatsapp.ts";
import { scopedId } from "../world/people.ts";
import type { Person } from "../world/world.ts";

/** The app that is not ours: the Page's inbox, as Meta names it. Source: …/messenger-platform/conversation-routing (2026) */
export const otherApp = "263902037430900";

type Control = { account: AccountConfig; person: Person; toOther: boolean /** Our own doing is not told to us. */; silent?: boolean; at: number };

/** Gives a thread to another app, or back to ours. Messenger and Instagram tell whoever gets it or loses it. */
export async function controlThread(simulator: Simulator, { account, person, toOther, silent = false, at }: Control): Promise<void> {
  const thread = simulator.world.beginThread(account, person);
  thread.heldByOther = toOther;
  simulator.world.changed(thread.personId);
  if (silent) return;
  const own = account.appId ?? simulator.config.appId;
  const [before, after] = toOther ? [own, otherApp] : [otherApp, own];
  if (account.channel === "whatsapp") {
    await simulator.post(account, whatsappHandover(account, person, { before, after, toOther, at }));
    return;
  }
  const change = toOther ? "take_thread_control" : "pass_thread_control";
  const control = { previous_owner_app_id: before, new_owner_app_id: after, metadata: toOther ? "Taken in the inbox" : "A person is asked for" };
  await simulator.post(account, messagingEvent(messagingAccount(account), scopedId(simulator.world, account, person), at, { [change]: control }));
}

/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/standby (4 August 2026) */
function whatsappHandover(
  account: AccountConfig,
  person: Person,
  change: { before: string; after: string; toOther: boolean; at: number },
): Record<string, unknown> {
  const { before, after, toOther, at } = change;
  const wire = whatsappAccount(account);
  const { phone, userId } = whatsappPerson(person);
  const type = toOther ? "control_taken" : "control_passed";
  const roles = toOther ? ["customer_service", "ai_agent"] : ["ai_agent", "customer_service"];
  const value = {
    sender: { ...(phone ? { phone_number: phone } : {}), ...(userId ? { user_id: userId } : {}) },
    recipient: { display_phone_number: wire.displayPhoneNumber.replace(/\D/g, ""), phone_number_id: wire.externalId },
    type,
    timestamp: seconds(at),
    [type]: {
      previous_owner_app_id: before,
      previous_owner_role: roles[0],
      new_owner_app_id: after,
      new_owner_role: roles[1],
      metadata: toOther ? "agent answers" : "human requested",
      ...(toOther ? {} : { conversation_context: { type: "summary", summary: { text: "The customer asks for a person." } } }),
    },
  };
  const body = whatsappAccountField(wire, "messaging_handovers", value, at) as { entry: Record<string, unknown>[] };
  // This field's entry has no time.
  for (const entry of body.entry) delete entry.time;
  return body;
}
