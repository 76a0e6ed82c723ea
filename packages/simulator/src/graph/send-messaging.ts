import { businessSends } from "../acts/business-sends.ts";
import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { findPerson } from "../world/people.ts";
import type { Person, Thread } from "../world/world.ts";
import { accountFailure } from "./account-failure.ts";
import { type Answer, idOf, isRecord, type Wire } from "./graph-answer.ts";
import { type GraphFailure, graphFailures } from "./graph-failures.ts";
import { readMessaging } from "./read-messaging.ts";
import { Refusal } from "./refusal.ts";
import { senderAction } from "./sender-action.ts";
import { windowFailure } from "./window-rules.ts";

/** https://developers.facebook.com/docs/messenger-platform/reference/send-api (2026) */
const longestMetadata = 1000;
/** https://developers.facebook.com/docs/messenger-platform/discovery/private-replies (2026): 7 days */
const privateReplyMs = 7 * 24 * 3_600_000;

/** POST /{page-id}/messages and POST /{instagram-account-id}/messages */
export async function sendMessaging(simulator: Simulator, account: AccountConfig, body: Wire, now: number): Promise<Answer> {
  const channel = account.channel === "instagram" ? "instagram" : "messenger";
  const refused = accountFailure(simulator, account);
  if (refused) return { failure: refused };
  const comment = idOf(body.recipient, "comment_id");
  const recipient = idOf(body.recipient, "id") ?? idOf(body.recipient, "user_ref");
  if (recipient === undefined && comment === undefined) return refuse("The parameter recipient is required");
  const person = recipient === undefined ? commenter(simulator, account, comment ?? "") : findPerson(simulator.world, account, recipient);
  if (!person) return { failure: comment === undefined ? graphFailures.unknownPerson[channel] : graphFailures.noObject(comment) };
  const thread = simulator.world.beginThread(account, person);
  if (body.sender_action !== undefined) return senderAction(simulator, { thread, recipient: recipient ?? "", body });
  const problem = typeProblem(channel, body) ?? dataProblem(body);
  if (problem !== null) return refuse(problem);
  try {
    const { text, shown, template, attachments, attachmentId } = await readMessaging(simulator, account, body.message);
    const failure =
      comment === undefined
        ? threadFailure(thread, channel, { now, tagged: isTagged(body), free: template !== undefined })
        : commentFailure(thread, comment, now);
    if (failure !== null) return { failure };
    const sent = { account, person, text, shown, attachments, at: now, ownData: idOf(body.message, "metadata"), replyTo: idOf(body.reply_to, "mid") };
    const id = businessSends(simulator, sent);
    const answer = { recipient_id: recipient ?? "", message_id: id, ...(attachmentId ? { attachment_id: attachmentId } : {}) };
    return { externalId: id, body: answer };
  } catch (error) {
    if (error instanceof Refusal) return { failure: error.failure };
    throw error;
  }
}

const refuse = (message: string): Answer => ({ failure: graphFailures.parameter(message) });
const isTagged = (body: Wire): boolean => body.messaging_type === "MESSAGE_TAG";

/** Other tags than HUMAN_AGENT fail since 27 April 2026. Source: Messenger's changelog */
function typeProblem(channel: "messenger" | "instagram", body: Wire): string | null {
  if (isTagged(body)) return body.tag === "HUMAN_AGENT" ? null : "Invalid parameter: tag";
  if (channel === "instagram") return null;
  const utility = isRecord(body.message) && body.message.template !== undefined;
  if (utility) return body.messaging_type === "UTILITY" ? null : "Invalid parameter: messaging_type";
  return ["RESPONSE", "UPDATE"].includes(String(body.messaging_type)) ? null : "Invalid parameter: messaging_type";
}

const dataProblem = (body: Wire): string | null =>
  (idOf(body.message, "metadata")?.length ?? 0) > longestMetadata ? "Length of param message[metadata] must be at most 1000" : null;

type Rules = { now: number; tagged: boolean /** A utility message needs no window. */; free: boolean };

function threadFailure(thread: Thread, channel: "messenger" | "instagram", { now, tagged, free }: Rules): GraphFailure | null {
  if (thread.heldByOther) return graphFailures.heldByOther[channel];
  if (thread.blocked) return graphFailures.blocked[channel];
  if (free && thread.openedAt !== null) return null;
  return windowFailure({ channel, openedAt: thread.openedAt, now, humanAgent: tagged });
}

/** A comment can be answered privately once, for seven days; the answer opens no window. */
function commentFailure(thread: Thread, comment: string, now: number): GraphFailure | null {
  const at = thread.comments?.[comment];
  if (at == null) return graphFailures.privateReplyUsed;
  if (now - at > privateReplyMs) return graphFailures.privateReplyOld;
  thread.comments = { ...thread.comments, [comment]: null };
  return null;
}

function commenter(simulator: Simulator, account: AccountConfig, comment: string): Person | undefined {
  const thread = simulator.world
    .threads()
    .find((one) => one.accountId === account.externalId && one.comments !== undefined && comment in one.comments);
  return thread && simulator.world.people.get(thread.personId);
}
