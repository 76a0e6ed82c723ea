import { messagingAccount, type Simulator, whatsappAccount, whatsappPerson } from "../simulator.ts";
import { makeCallId, makeToken, makeUserId } from "../wire/make-id.ts";
import { messagingEvent, messengerGetStarted, shortLink } from "../wire/messaging.ts";
import { contactOf, seconds, senderOf, whatsappMessage, whatsappNumberField } from "../wire/whatsapp.ts";
import { freePhone, scopedId } from "../world/people.ts";
import type { Thread } from "../world/world.ts";
import { type Acting, CannotAct, type Done, makeId, tell } from "./act-context.ts";
import type { ActOf, OtherAct } from "./act-schema.ts";

type Event = Exclude<OtherAct, { type: "tap" | "react" | "edit" | "delete" | "play" | "comment" }>;

/** What a person does beside writing: begins, calls, wants no more marketing, gets a new number, blocks the business. */
export function personActs(simulator: Simulator, acting: Acting, act: Event): Promise<Done> {
  const thread = simulator.world.beginThread(acting.account, acting.person);
  switch (act.type) {
    case "start":
      return start(simulator, acting, thread, act);
    case "referral":
      return refer(simulator, acting, thread, act);
    case "call":
    case "hang_up":
      return call(simulator, acting, thread, act.type === "call");
    case "marketing":
      return marketing(simulator, acting, thread, act.value === "stop");
    case "new_number":
    case "new_user_id":
      return changeNumber(simulator, acting, thread, act.type === "new_number" ? (act.phone ?? freePhone(simulator.world)) : null);
    case "block":
      return block(simulator, acting, thread, act.blocked);
  }
}

/** A line in the middle of the chat. */
export function note(simulator: Simulator, { account, at }: Acting, thread: Thread, text: string, id = makeId(account)): void {
  simulator.world.addMessage(thread, { id, by: "person", kind: "notice", text, at, status: "sent" });
}

const fromMessaging = (
  simulator: Simulator,
  acting: Acting,
  thread: Thread,
  event: Record<string, unknown>,
  externalId: string | null,
): Promise<Done> => {
  const { account, person, at } = acting;
  if (account.channel === "whatsapp") throw new CannotAct("WhatsApp has nothing like that.");
  const body = messagingEvent(messagingAccount(account), scopedId(simulator.world, account, person), at, event);
  return tell(simulator, { ...acting, thread }, body, { externalId });
};

function start(simulator: Simulator, acting: Acting, thread: Thread, { title, payload, ref }: ActOf<"start">): Promise<Done> {
  const { account, person, at } = acting;
  if (account.channel === "whatsapp") throw new CannotAct("WhatsApp has no such button.");
  const id = makeId(account);
  note(simulator, acting, thread, title, id);
  simulator.world.opened(thread, at);
  if (account.channel === "messenger" && payload === "GET_STARTED") {
    const body = messengerGetStarted(messagingAccount(account), scopedId(simulator.world, account, person), { id, at, ref });
    return tell(simulator, { ...acting, thread }, body, { externalId: id });
  }
  const postback = { mid: id, title, payload, ...(ref ? { referral: shortLink(ref) } : {}) };
  return fromMessaging(simulator, acting, thread, { postback }, id);
}

function refer(simulator: Simulator, acting: Acting, thread: Thread, { ref, source, adId }: ActOf<"referral">): Promise<Done> {
  note(simulator, acting, thread, source === "ADS" ? "You came from an ad" : "You opened this chat from a link");
  simulator.world.opened(thread, acting.at);
  const ad = {
    ad_id: adId ?? "6190022334455001",
    ads_context_data: { ad_title: "Alpaca coats", photo_url: "https://scontent.xx.fbcdn.net/v/ad.jpg", post_id: "990" },
  };
  return fromMessaging(simulator, acting, thread, { referral: { ...shortLink(ref), source, ...(source === "ADS" ? ad : {}) } }, null);
}

/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/calling (2026). A call opens the window. */
function call(simulator: Simulator, acting: Acting, thread: Thread, begins: boolean): Promise<Done> {
  const { account, person, at } = acting;
  if (account.channel !== "whatsapp") throw new CannotAct("Calls are told by WhatsApp only.");
  const before = thread.call;
  if (begins === (before !== undefined)) throw new CannotAct(begins ? "A call is going on." : "There is no call.");
  const id = before?.id ?? makeCallId();
  thread.call = begins ? { id, at } : undefined;
  simulator.world.opened(thread, at);
  const took = Math.max(1, Math.round((at - (before?.at ?? at)) / 1000));
  note(simulator, acting, thread, begins ? "📞 You are calling" : `📞 The call is over after ${took} s`);
  const made = {
    id,
    to: whatsappAccount(account).displayPhoneNumber.replace(/\D/g, ""),
    ...senderOf(whatsappPerson(person)),
    event: begins ? "connect" : "terminate",
    timestamp: seconds(at),
    direction: "USER_INITIATED",
    ...(begins
      ? { session: { sdp_type: "offer", sdp: "v=0\r\no=- 1 2 IN IP4 192.0.2.10\r\ns=-\r\n" } }
      : { status: "COMPLETED", start_time: seconds(before?.at ?? at), end_time: seconds(at), duration: took }),
  };
  const body = whatsappNumberField(whatsappAccount(account), "calls", { contacts: [contactOf(whatsappPerson(person))], calls: [made] });
  return tell(simulator, { ...acting, thread }, body, { externalId: id });
}

function marketing(simulator: Simulator, acting: Acting, thread: Thread, stop: boolean): Promise<Done> {
  const { account, person, at } = acting;
  thread.noMarketing = stop;
  note(simulator, acting, thread, stop ? "You want no more offers from this business" : "You want offers from this business again");
  if (account.channel !== "whatsapp") {
    const optin = {
      type: "notification_messages",
      payload: "offers",
      notification_messages_token: makeToken(),
      notification_messages_timezone: "UTC",
      token_expiry_timestamp: at + 365 * 24 * 3_600_000,
      user_token_status: "NOT_REFRESHED",
      notification_messages_status: stop ? "STOP NOTIFICATIONS" : "RESUME NOTIFICATIONS",
      title: "Offers",
    };
    return fromMessaging(simulator, acting, thread, { optin }, null);
  }
  const { phone, userId } = whatsappPerson(person);
  const preference = {
    ...(phone ? { wa_id: phone } : {}),
    ...(userId ? { user_id: userId } : {}),
    detail: `User requested to ${stop ? "stop" : "resume"} marketing messages`,
    category: "marketing_messages",
    value: stop ? "stop" : "resume",
    timestamp: Math.floor(at / 1000),
  };
  const value = { contacts: [contactOf(whatsappPerson(person))], user_preferences: [preference] };
  return tell(simulator, { ...acting, thread: undefined }, whatsappNumberField(whatsappAccount(account), "user_preferences", value), {
    externalId: null,
  });
}

/** A new phone number brings a new user id; a new user id may also come alone. */
function changeNumber(simulator: Simulator, acting: Acting, thread: Thread, newPhone: string | null): Promise<Done> {
  const { account, person, at } = acting;
  if (account.channel !== "whatsapp") throw new CannotAct("Only WhatsApp knows phone numbers.");
  const before = whatsappPerson(person);
  const phone = newPhone?.replace(/\D/g, "");
  if (person.bsuid !== null || phone === undefined) person.bsuid = makeUserId();
  if (phone !== undefined) person.phone = phone;
  const id = makeId(account);
  const system = {
    body: phone ? `User ${person.name} changed from ${before.phone ?? "an unknown number"} to ${phone}` : `User ${person.name} has a new user id`,
    ...(person.phone ? { wa_id: person.phone } : {}),
    type: phone ? "user_changed_number" : "user_changed_user_id",
    ...(person.bsuid ? { user_id: person.bsuid } : {}),
    ...(before.userId ? { previous_user_id: before.userId } : {}),
  };
  note(simulator, acting, thread, phone ? `Your number is now +${phone}` : "WhatsApp gave you a new user id", id);
  const body = whatsappMessage(whatsappAccount(account), before, { id, at, type: "system", content: { system } });
  return tell(simulator, { ...acting, thread }, body, { externalId: id });
}

/** Nobody is told of a block: the business notices when it writes. */
async function block(simulator: Simulator, acting: Acting, thread: Thread, blocked: boolean): Promise<Done> {
  thread.blocked = blocked;
  note(simulator, acting, thread, blocked ? "You blocked this business" : "You unblocked this business");
  return { externalId: null, delivered: true, status: null, body: null };
}
