import { businessSends } from "../acts/business-sends.ts";
import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { findPerson } from "../world/people.ts";
import type { Person } from "../world/world.ts";
import { type Answer, idOf, isRecord, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";
import { windowFailure } from "./window-rules.ts";

/** https://developers.facebook.com/docs/messenger-platform/reference/send-api (2026): characters */
const longestMessengerText = 2000;
/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api (2026): bytes */
const longestInstagramText = 1000;
/** https://developers.facebook.com/docs/messenger-platform/reference/send-api (2026) */
const longestMetadata = 1000;

/** POST /{page-id}/messages and POST /{instagram-account-id}/messages */
export function sendMessaging(simulator: Simulator, account: AccountConfig, body: Wire, now: number): Answer {
  const channel = account.channel === "instagram" ? "instagram" : "messenger";
  const recipient = idOf(body.recipient, "id");
  if (recipient === undefined) return refuse("The parameter recipient is required");
  const person = findPerson(simulator.world, account, recipient);
  if (!person) return { failure: graphFailures.unknownPerson[channel] };
  if (body.sender_action !== undefined) return senderAction(simulator, account, person, recipient, body);
  const tagged = body.messaging_type === "MESSAGE_TAG";
  if (tagged && body.tag !== "HUMAN_AGENT") return refuse("Invalid parameter: tag");
  if (channel === "messenger" && !["RESPONSE", "UPDATE", "MESSAGE_TAG"].includes(String(body.messaging_type))) {
    return refuse("Invalid parameter: messaging_type");
  }
  const text = idOf(body.message, "text") ?? attachmentText(body.message);
  if (text === undefined) return refuse("The parameter message is required");
  const problem = tooLong(channel, text);
  if (problem !== null) return refuse(problem);
  const ownData = idOf(body.message, "metadata");
  if ((ownData?.length ?? 0) > longestMetadata) return refuse("Length of param message[metadata] must be at most 1000");
  const openedAt = simulator.world.thread(account.externalId, person.id)?.openedAt ?? null;
  const failure = windowFailure({ channel, openedAt, now, humanAgent: tagged });
  if (failure !== null) return { failure };
  const replyTo = idOf(body.reply_to, "mid");
  const id = businessSends(simulator, { account, person, text, at: now, ownData, replyTo });
  return { externalId: id, body: { recipient_id: recipient, message_id: id } };
}

const refuse = (message: string): Answer => ({ failure: graphFailures.parameter(message) });

function attachmentText(message: unknown): string | undefined {
  const attachment = isRecord(message) ? message.attachment : undefined;
  const type = idOf(attachment, "type");
  return type === undefined ? undefined : `[${type}]`;
}

function tooLong(channel: "messenger" | "instagram", text: string): string | null {
  if (channel === "instagram") {
    return Buffer.byteLength(text) > longestInstagramText
      ? `Length of param message[text] must be less than or equal to ${longestInstagramText}`
      : null;
  }
  return [...text].length > longestMessengerText ? `Length of param message[text] must be less than or equal to ${longestMessengerText}` : null;
}

function senderAction(simulator: Simulator, account: AccountConfig, person: Person, recipient: string, body: Wire): Answer {
  const thread = simulator.world.thread(account.externalId, person.id);
  if (body.sender_action === "mark_seen" && thread) {
    for (const message of thread.messages) {
      if (message.by === "person") simulator.world.advance(thread, message, "read");
    }
  }
  return { body: { recipient_id: recipient } };
}
