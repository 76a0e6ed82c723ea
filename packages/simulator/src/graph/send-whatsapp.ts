import { businessSends, businessSendsInVain } from "../acts/business-sends.ts";
import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import type { WhatsappPerson } from "../wire/whatsapp.ts";
import { findPerson } from "../world/people.ts";
import { type Answer, idOf, isRecord, type Wire } from "./graph-answer.ts";
import { type GraphFailure, graphFailures } from "./graph-failures.ts";
import { windowFailure } from "./window-rules.ts";

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages (2026) */
const longestText = 4096;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (2026) */
const longestCallbackData = 512;

/** POST /{phone-number-id}/messages */
export function sendWhatsapp(simulator: Simulator, account: AccountConfig, body: Wire, now: number): Answer {
  if (body.messaging_product !== "whatsapp") return refuse("The parameter messaging_product is required.");
  if (body.status === "read") return markRead(simulator, account, body);
  const input = typeof body.to === "string" ? body.to : typeof body.recipient === "string" ? body.recipient : null;
  if (input === null || input === "") return refuse("The parameter to is required.");
  const content = contentOf(body);
  if ("failure" in content) return { failure: content.failure };
  const ownData = typeof body.biz_opaque_callback_data === "string" ? body.biz_opaque_callback_data : undefined;
  if ((ownData?.length ?? 0) > longestCallbackData) return refuse("Param biz_opaque_callback_data is too long.");
  const person = findPerson(simulator.world, account, input);
  if (!simulator.pairs.take(`${account.externalId}|${person?.id ?? input}`, now)) return { failure: graphFailures.pairRate };
  const { text } = content;
  const failure = person ? closed(simulator, account, person.id, content.template, now) : graphFailures.unknownPerson.whatsapp;
  const id =
    person && failure === null
      ? businessSends(simulator, { account, person, text, at: now, ownData, replyTo: idOf(body.context, "message_id") })
      : businessSendsInVain(simulator, {
          account,
          to: addressed(input),
          at: now,
          ownData,
          failure: failure as GraphFailure,
        });
  const contact = isUserId(input) ? { input, user_id: input } : { input, wa_id: input.replace(/\D/g, "") };
  return { externalId: id, body: { messaging_product: "whatsapp", contacts: [contact], messages: [{ id }] } };
}

const refuse = (message: string): Answer => ({ failure: graphFailures.parameter(message) });
const isUserId = (input: string): boolean => /^[A-Z]{2}\./.test(input);
const addressed = (input: string): WhatsappPerson => (isUserId(input) ? { name: "", userId: input } : { name: "", phone: input.replace(/\D/g, "") });

/** Templates open a closed window; everything else needs an open one. */
function closed(simulator: Simulator, account: AccountConfig, personId: string, template: boolean, now: number) {
  if (template) return null;
  const openedAt = simulator.world.thread(account.externalId, personId)?.openedAt ?? null;
  return windowFailure({ channel: "whatsapp", openedAt, now, humanAgent: false });
}

type Content = { text: string; template: boolean };

function contentOf(body: Wire): Content | { failure: GraphFailure } {
  const fail = (message: string) => ({ failure: graphFailures.parameter(message) });
  const type = typeof body.type === "string" ? body.type : "text";
  if (type !== "text") return { text: `[${type}]`, template: type === "template" };
  const text = isRecord(body.text) ? body.text.body : undefined;
  if (typeof text !== "string" || text === "") return fail("The parameter text['body'] is required.");
  if ([...text].length > longestText) return fail(`Param text['body'] must be at most ${longestText} characters long.`);
  return { text, template: false };
}

/** The business has seen a message and all before it. */
function markRead(simulator: Simulator, account: AccountConfig, body: Wire): Answer {
  const id = idOf(body, "message_id");
  for (const thread of simulator.world.threads()) {
    const upTo = thread.messages.findIndex((message) => message.id === id);
    if (thread.accountId !== account.externalId || upTo === -1) continue;
    for (const message of thread.messages.slice(0, upTo + 1)) {
      if (message.by === "person") simulator.world.advance(thread, message, "read");
    }
    return { body: { success: true } };
  }
  return refuse("Invalid parameter: message_id");
}
