import { adapters } from "@onethread/channels";
import { type Channel, type Recipient, type SendOutcome, type SentFile, sendReference, toTypeId, waitAfter } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import { type ClaimedSend, claimSend, recordOutcome } from "@onethread/db/write";
import { failpoint } from "#failpoint";
import { openAccessToken } from "./channel/open-access-token.ts";
import type { Context } from "./context.ts";
import { circuitOf, type Heard, sendKeys } from "./sending/circuit.ts";
import { prepareSend } from "./sending/prepare-send.ts";

/** After this many attempts that the platform asked us to repeat, a person decides. */
const maxAttempts = 8;

/**
 * A claim older than this is not used: this process was stopped in between, and somebody else may have decided since
 * what becomes of the message. Far below the time after which a claim is given up. Milliseconds.
 */
const claimLivesMs = 10_000;

/** The answer is in our hands: a database that is away for a moment must not lose it. Milliseconds between the tries. */
const recordWaits = [100, 400, 1000, 2000, 3000, 4000];

/**
 * Sends what waits in a conversation, in order, one at a time. At most one send per message: the claim is committed
 * before the call, and a send whose answer is lost becomes `unknown`, never repeated by itself. Another process at the
 * same conversation finds it claimed and leaves.
 */
export async function deliverMessages(
  context: Context,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
): Promise<void> {
  for (;;) {
    await failpoint("deliver.begun");
    if (!(await prepareSend(context, { workspaceId, conversationId }))) return;
    const age = stopwatch(context);
    const send = await forIngest(context.database, async (tx) => {
      const claimed = await claimSend(tx, workspaceId, conversationId, context.now());
      await failpoint("claim.written");
      return claimed;
    });
    if (!send) return;
    await failpoint("claim.committed");
    const outcome = age() > claimLivesMs ? tooLate : await attempt(context, send);
    await record(context, send, outcome);
    await failpoint("record.committed");
    await context.realtime.publish([{ workspaceId, kind: "message", ids: [send.id], conversationId }]);
    await failpoint("record.told");
    report(context, send, outcome);
    // What has to wait holds up what comes after it: one customer's messages leave in order.
    if (outcome.kind === "retry") return;
  }
}

async function attempt(context: Context, send: ClaimedSend): Promise<SendOutcome> {
  // It is sent by standing on the timeline: the visitor's page fetches it there.
  if (send.channel === "webchat") return { kind: "sent", externalId: toTypeId("message", send.id) };
  const adapter = adapters[send.channel as Exclude<Channel, "webchat">];
  if (!send.accessToken)
    return { kind: "rejected", error: { code: "no_access_token", class: "token_broken", message: "The channel has no access token." } };
  const token = openAccessToken(context, { workspaceId: send.workspaceId, channelAccountId: send.channelAccountId, accessToken: send.accessToken });
  const call = adapter.render({
    accountExternalId: send.accountExternalId,
    flavour: send.flavour ?? undefined,
    recipient: { kind: send.recipientKind as Recipient["kind"], value: send.recipientValue },
    content: send.content,
    files: filesFor(context, send),
    replyTo: send.replyTo ?? undefined,
    messageId: sendReference(send.id, send.attempt),
    humanAgent: send.humanAgent,
  });
  const heard = circuitOf(context).begin(sendKeys(send), context.now().getTime());
  const hear = (what: Heard) => heard(what, context.now().getTime());
  try {
    const answering = context.callPlatform(call, token);
    await failpoint("call.out");
    const answer = await answering;
    hear(answer.status < 500 ? "clear" : "unclear");
    await failpoint("call.answered");
    const outcome = adapter.readSendResponse(answer);
    if (outcome.kind !== "retry") return outcome;
    if (send.attempt < maxAttempts) return { ...outcome, afterMs: waitAfter(outcome, send.attempt) };
    return { kind: "rejected", error: outcome.error };
  } catch (error) {
    hear("unclear");
    if (isRefusedConnection(error))
      return {
        kind: "retry",
        afterMs: Math.min(60_000, 1000 * 2 ** send.attempt),
        error: { code: "unreachable", class: "retry_after", message: "The platform can't be reached." },
      };
    return {
      kind: "unknown",
      error: { code: "no_answer", class: "unknown", message: "The platform's answer was lost. The message may or may not have gone out." },
    };
  }
}

async function record(context: Context, send: ClaimedSend, outcome: SendOutcome): Promise<void> {
  for (const wait of [...recordWaits, null]) {
    try {
      return await forIngest(context.database, async (tx) => {
        await recordOutcome(tx, send, outcome, context.now());
        await failpoint("record.written");
      });
    } catch (error) {
      if (wait === null) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Time that has passed by either clock: the one that can't be set stands still while the machine sleeps. */
function stopwatch(context: Context): () => number {
  const since = { steady: performance.now(), wall: context.now().getTime() };
  return () => Math.max(performance.now() - since.steady, context.now().getTime() - since.wall);
}

const tooLate: SendOutcome = {
  kind: "retry",
  afterMs: 0,
  error: { code: "claimed_too_long_ago", class: "retry_after", message: "Sending was interrupted. It is sent again by itself." },
};

/** What the platform calls our files: what it named them when they were uploaded, else an address it may fetch them at. */
function filesFor(context: Context, { workspaceId, files }: ClaimedSend): ReadonlyMap<string, SentFile> {
  return new Map(
    files.map(({ id, name, mime, bytes, voice, ref }) => [
      toTypeId("attachment", id),
      { ref: ref ? { id: ref.id } : { url: context.media.links.make(workspaceId, id, context.now()) }, name, mime, bytes, voice },
    ]),
  );
}

/** Nothing was sent: the connection never came about. Anything later than that may have been read by the platform. */
const isRefusedConnection = (error: unknown): boolean => {
  const codes = [error, (error as { cause?: unknown }).cause].map((one) => (one as { code?: string } | undefined)?.code ?? "");
  return codes.some((code) => code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EAI_AGAIN");
};

function report(context: Context, send: ClaimedSend, outcome: SendOutcome): void {
  const fields = {
    workspaceId: send.workspaceId,
    messageId: send.id,
    channelAccountId: send.channelAccountId,
    attempt: send.attempt,
    outcome: outcome.kind,
  };
  context.sent?.(send.channel, outcome.kind, outcome.kind === "sent" ? null : outcome.error.class);
  if (outcome.kind === "sent") context.log.info(fields, "a message was sent");
  else context.log.warn({ ...fields, code: outcome.error.code, class: outcome.error.class }, "a message was not sent");
}
