import { messagingAccount, type Simulator, whatsappAccount, whatsappPerson } from "../simulator.ts";
import { messagingEvent } from "../wire/messaging.ts";
import { whatsappMessage, whatsappStatuses } from "../wire/whatsapp.ts";
import { scopedId } from "../world/people.ts";
import type { Choice } from "../world/shown.ts";
import type { PhoneMessage, Thread } from "../world/world.ts";
import { type Acting, CannotAct, type Done, makeId, tell } from "./act-context.ts";
import type { ActOf } from "./act-schema.ts";
import { personSends } from "./person-sends.ts";

type Wire = Record<string, unknown>;
type Tapping = { simulator: Simulator; acting: Acting; thread: Thread; message: PhoneMessage; choice: Choice; values: Wire };

/** A person taps what the business sent: a button, a row, a quick reply, a form, a request. */
export function personTaps(simulator: Simulator, acting: Acting, act: ActOf<"tap">): Promise<Done> {
  const thread = simulator.world.thread(acting.account.externalId, acting.person.id);
  const message = thread?.messages.find((one) => one.id === act.messageId);
  const all = [...(message?.shown?.choices ?? []), ...(message?.shown?.cards ?? []).flatMap((card) => card.choices)];
  const choice = all.find((one) => one.key === act.key || one.value === act.key);
  if (!thread || !message || !choice) throw new CannotAct("There is nothing like that to tap.");
  const tapping = { simulator, acting, thread, message, choice, values: act.values ?? {} };
  return acting.account.channel === "whatsapp" ? tapOnWhatsapp(tapping) : tapOnMessaging(tapping);
}

/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/interactive (2026) */
function tapOnWhatsapp(tapping: Tapping): Promise<Done> {
  const { acting, message, choice, simulator, values } = tapping;
  const interactive = (type: string, reply: Wire, text: string) =>
    answer(tapping, { type: "interactive", content: { interactive: { type, [type]: reply } }, text });
  const { title, value, description } = choice;
  switch (choice.does) {
    case "reply":
      return interactive("button_reply", { id: value, title }, title);
    case "list":
      return interactive("list_reply", { id: value, title, ...(description ? { description } : {}) }, title);
    case "template":
      return answer(tapping, { type: "button", content: { button: { payload: value, text: title } }, text: title });
    case "flow":
      return interactive("nfm_reply", { response_json: JSON.stringify({ flow_token: value, ...values }), body: "Sent", name: "flow" }, "Form sent");
    case "address":
      return interactive(
        "nfm_reply",
        { response_json: JSON.stringify({ values }), body: Object.values(values).join("\n"), name: "address_message" },
        "Address sent",
      );
    case "call": {
      const accepts = value !== "reject";
      const reply = {
        response: accepts ? "accept" : "reject",
        ...(accepts ? { is_permanent: false, expiration_timestamp: Math.floor(acting.at / 1000) + 7 * 86_400 } : {}),
        response_source: "user_action",
      };
      return interactive("call_permission_reply", reply, accepts ? "You allowed calls" : "You allowed no calls");
    }
    case "location":
      return personSends(simulator, {
        ...acting,
        act: { type: "location", latitude: 51.5101, longitude: -0.1342, name: "Camden Lock", address: "Camden High Street, London", ...values },
        replyTo: message.id,
      });
    case "contact":
      return personSends(simulator, { ...acting, act: { type: "share_number" }, replyTo: message.id });
    case "order": {
      const price = { quantity: 1, price: 189, currency: "GBP" };
      return personSends(simulator, {
        ...acting,
        act: { type: "order", catalogId: choice.description ?? "614402998173350", items: [{ id: value, name: title, ...price }] },
        replyTo: message.id,
      });
    }
    case "pay":
      return pay(tapping);
    default:
      throw new CannotAct("That leads out of the chat; the business is not told.");
  }
}

/** Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messaging_postbacks (2026) */
function tapOnMessaging(tapping: Tapping): Promise<Done> {
  const { choice } = tapping;
  if (choice.does === "quick_reply")
    return answer(tapping, {
      event: (mid) => ({ message: { mid, text: choice.title, quick_reply: { payload: choice.value } } }),
      text: choice.title,
    });
  if (choice.does === "postback")
    return answer(tapping, { event: (mid) => ({ postback: { mid, title: choice.title, payload: choice.value } }), text: choice.title });
  throw new CannotAct("That leads out of the chat; the business is not told.");
}

type Answer = { text: string } & ({ type: string; content: Wire } | { event: (mid: string) => Wire });

function answer({ simulator, acting, thread, message: asked }: Tapping, given: Answer): Promise<Done> {
  const { account, person, at } = acting;
  const id = makeId(account);
  const message: PhoneMessage = { id, by: "person", kind: "text", text: given.text, at, status: "sent", replyTo: asked.id };
  simulator.world.opened(thread, at);
  simulator.world.addMessage(thread, message);
  const body =
    "event" in given
      ? messagingEvent(messagingAccount(account), scopedId(simulator.world, account, person), at, given.event(id))
      : whatsappMessage(whatsappAccount(account), whatsappPerson(person), { id, at, type: given.type, content: given.content, replyTo: asked.id });
  return tell(simulator, { ...acting, thread }, body, {
    externalId: id,
    onDelivered: () => void simulator.world.advance(thread, message, "delivered"),
  });
}

/** Paying an order in India: first pending, then captured, in one go here. */
function pay({ simulator, acting, thread, message, choice }: Tapping): Promise<Done> {
  const { account, person, at } = acting;
  const [currency = "INR", amount = "0"] = (choice.description ?? "").split(" ");
  const seconds = Math.floor(at / 1000);
  const body = whatsappStatuses(whatsappAccount(account), whatsappPerson(person), []);
  const status = {
    id: message.id,
    type: "payment",
    status: "captured",
    ...(person.phone ? { recipient_id: person.phone } : {}),
    ...(person.bsuid ? { recipient_user_id: person.bsuid } : {}),
    timestamp: String(seconds),
    payment: {
      reference_id: choice.value,
      amount: { value: Number(amount), offset: 100 },
      currency,
      transaction: {
        id: `order_${seconds}`,
        type: "razorpay",
        status: "success",
        created_timestamp: seconds,
        updated_timestamp: seconds,
        method: { type: "upi" },
      },
    },
  };
  const [entry] = body.entry as { changes: { value: { statuses: Wire[] } }[] }[];
  entry?.changes[0]?.value.statuses.push(status);
  simulator.world.addMessage(thread, { id: makeId(account), by: "person", kind: "notice", text: `You paid ${choice.value}`, at, status: "sent" });
  return tell(simulator, { ...acting, thread }, body, { externalId: message.id });
}
