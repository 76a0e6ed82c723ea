import { businessSends, businessSendsInVain } from "../acts/business-sends.ts";
import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { makeWamid } from "../wire/make-id.ts";
import type { WhatsappPerson } from "../wire/whatsapp.ts";
import { findPerson } from "../world/people.ts";
import type { Person } from "../world/world.ts";
import { accountFailure } from "./account-failure.ts";
import { type Answer, idOf, isRecord, type Wire } from "./graph-answer.ts";
import { type GraphFailure, graphFailures } from "./graph-failures.ts";
import type { Outgoing } from "./outgoing.ts";
import { readWhatsapp } from "./read-whatsapp.ts";
import { Refusal } from "./refusal.ts";
import { windowFailure } from "./window-rules.ts";

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (2026) */
const longestCallbackData = 512;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators (2026): 25 seconds */
const typingMs = 25_000;

/** POST /{phone-number-id}/messages */
export async function sendWhatsapp(simulator: Simulator, account: AccountConfig, body: Wire, now: number): Promise<Answer> {
  if (body.messaging_product !== "whatsapp") return refuse("The parameter messaging_product is required.");
  const refused = accountFailure(simulator, account);
  if (refused) return { failure: refused };
  if (body.status === "read") return markRead(simulator, account, body);
  // If both are given, `to` wins.
  const input = typeof body.to === "string" ? body.to : typeof body.recipient === "string" ? body.recipient : null;
  if (input === null || input === "") return refuse("The parameter to is required.");
  const ownData = typeof body.biz_opaque_callback_data === "string" ? body.biz_opaque_callback_data : undefined;
  if ((ownData?.length ?? 0) > longestCallbackData) return refuse("Param biz_opaque_callback_data is too long.");
  try {
    if (body.type === "reaction") return react(simulator, account, body, input);
    return await sendContent(simulator, { account, body, input, now, ownData });
  } catch (error) {
    if (error instanceof Refusal) return { failure: error.failure };
    throw error;
  }
}

const refuse = (message: string): Answer => ({ failure: graphFailures.parameter(message) });
const isUserId = (input: string): boolean => /^[A-Z]{2}\./.test(input);
const addressed = (input: string): WhatsappPerson => (isUserId(input) ? { name: "", userId: input } : { name: "", phone: input.replace(/\D/g, "") });
const accepted = (input: string, id: string): Answer => {
  const contact = !/^\+?\d+$|^[A-Z]{2}\./.test(input)
    ? { input }
    : isUserId(input)
      ? { input, user_id: input }
      : { input, wa_id: input.replace(/\D/g, "") };
  return { externalId: id, body: { messaging_product: "whatsapp", contacts: [contact], messages: [{ id }] } };
};

type Send = { account: AccountConfig; body: Wire; input: string; now: number; ownData: string | undefined };

async function sendContent(simulator: Simulator, { account, body, input, now, ownData }: Send): Promise<Answer> {
  const content = await readWhatsapp(simulator, account, body);
  const group =
    body.recipient_type === "group"
      ? simulator.world.threads().find((one) => one.accountId === account.externalId && one.groupId === input)
      : undefined;
  const person = group ? simulator.world.people.get(group.personId) : findPerson(simulator.world, account, input);
  if (digits(input) === digits(account.displayPhoneNumber ?? "")) return { failure: graphFailures.toSelf };
  if (!simulator.numbers.take(account.externalId)) return { failure: graphFailures.numberRate };
  if (!simulator.pairs.take(`${account.externalId}|${person?.id ?? input}`, now)) return { failure: graphFailures.pairRate };
  const failure = person ? laterFailure(simulator, { account, person, content, now }) : graphFailures.unknownPerson.whatsapp;
  const replyTo = idOf(body.context, "message_id");
  const { text, shown } = content;
  if (!person || failure)
    return accepted(input, businessSendsInVain(simulator, { account, to: addressed(input), at: now, ownData, failure: failure as GraphFailure }));
  // Sending takes the thread from the app that held it.
  if (!content.template) simulator.world.beginThread(account, person).heldByOther = false;
  const category = content.template?.category.toLowerCase();
  return accepted(input, businessSends(simulator, { account, person, text, shown, category, at: now, ownData, replyTo, group: group?.groupId }));
}

const digits = (text: string): string => text.replace(/\D/g, "");

/** What WhatsApp finds out only after having said yes. */
function laterFailure(simulator: Simulator, sent: { account: AccountConfig; person: Person; content: Outgoing; now: number }): GraphFailure | null {
  const { account, person, content, now } = sent;
  if (content.failsLater) return content.failsLater;
  const thread = simulator.world.thread(account.externalId, person.id);
  // WhatsApp never tells of a block.
  if (thread?.blocked) return graphFailures.unknownPerson.whatsapp;
  if (content.template) return content.template.category === "MARKETING" && thread?.noMarketing ? graphFailures.noMarketing : null;
  return windowFailure({ channel: "whatsapp", openedAt: thread?.openedAt ?? null, now, humanAgent: false });
}

/** The business reacts to a message: it is shown at the message, and no status comes but "sent". */
function react(simulator: Simulator, account: AccountConfig, body: Wire, input: string): Answer {
  const reaction = isRecord(body.reaction) ? body.reaction : {};
  const target = idOf(reaction, "message_id");
  if (target === undefined || typeof reaction.emoji !== "string")
    return { failure: graphFailures.missing("Parameter 'reaction['message_id']' is mandatory") };
  const found = simulator.world.findMessage(account.externalId, target);
  if (!found) return refuse("Invalid parameter: reaction['message_id']");
  found.message.reactions = { ...found.message.reactions, business: reaction.emoji || undefined };
  simulator.world.changed(found.thread.personId);
  return accepted(input, makeWamid());
}

/** The business has seen a message and all before it; with it, it may show that it is writing. */
function markRead(simulator: Simulator, account: AccountConfig, body: Wire): Answer {
  const found = simulator.world.findMessage(account.externalId, idOf(body, "message_id") ?? "");
  if (!found) return refuse("Invalid parameter: message_id");
  const { thread, message } = found;
  for (const one of thread.messages.slice(0, thread.messages.indexOf(message) + 1)) {
    if (one.by === "person") simulator.world.advance(thread, one, "read");
  }
  if (isRecord(body.typing_indicator)) simulator.typing(thread, typingMs);
  return { body: { success: true } };
}
