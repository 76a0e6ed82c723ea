import { createHash } from "node:crypto";
import { answerHandshake, explainSignature, verifySignature } from "@onethread/channels";
import { fail, fromTypeId, ok, type Result } from "@onethread/core";
import { forEntrance, isUnavailable, newId } from "@onethread/db/client";
import { findAccountById, noteFirstWebhook, noteHandshake, webhookInbox } from "@onethread/db/write";
import { doorbell } from "@onethread/jobs";
import { noteKnock } from "./channel/note-knock.ts";
import type { Context } from "./context.ts";

export type ReceivedWebhook = {
  body: Uint8Array;
  /** The X-Hub-Signature-256 header. */
  signature: string | undefined;
  /** `cha_…` of an account that brings its own app; undefined: the platform app's endpoint. */
  channelAccountId?: string | undefined;
};

/** A platform waits a few seconds for an answer; a database that has not answered by now will be tried by the repetition. */
const answerWithinMs = 900;

/**
 * A ring starts a drain where none runs and is a write to the queue; a nudge wakes one that waits for more, and is next to
 * nothing. While webhooks keep coming, a drain runs and nudges are what counts. Milliseconds.
 */
const ringEveryMs = 50;
const nudgeEveryMs = 4;

/**
 * Takes webhooks in: checks the signature over the raw bytes, stores them, rings for the drain. Answers success only
 * after COMMIT. The same body again is success without a second row.
 */
export function webhookReceiver(context: Context): (webhook: ReceivedWebhook) => Promise<Result<{ stored: true }>> {
  const inbox = webhookInbox(context.database);
  const ring = doorbell(() => context.jobs.enqueue("webhooks.drain", {}), ringEveryMs);
  const nudge = doorbell(() => context.realtime.nudge(), nudgeEveryMs);
  return async ({ body, signature, channelAccountId }) => {
    try {
      const endpoint = channelAccountId === undefined ? null : await inTime(ownEndpoint(context, channelAccountId));
      if (endpoint === undefined) return fail("not_found", "There is no such channel account.");
      const secrets = endpoint ? endpoint.secrets : context.meta.appSecrets;
      if (verifySignature(body, signature, secrets) === null) {
        const refused = explainSignature(body, signature, secrets, endpoint ? context.meta.appSecrets : []);
        await noteKnock(context, endpoint?.id ?? "installation", { kind: "webhook", refused });
        return fail("invalid_signature", "X-Hub-Signature-256 is missing or wrong.");
      }
      await inbox.store({
        id: newId(),
        receivedAt: context.now(),
        endpointAccountId: endpoint?.id ?? null,
        lane: laneOf(body),
        digest: createHash("sha256")
          .update(endpoint?.id ?? "")
          .update(body)
          .digest(),
        body,
      });
      ring();
      nudge();
      if (endpoint && !endpoint.firstWebhookAt) await proveEndpoint(context, endpoint);
      return ok({ stored: true });
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      context.log.warn({ error: (error as Error).message }, "a webhook could not be stored");
      return fail("unavailable", "The webhook could not be stored. Send it again.");
    }
  };
}

/** Rejects as the database's own timeout does when the look-up takes too long. What it was doing ends by itself. */
async function inTime<T>(lookUp: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("the database did not answer in time"), { code: "57014" })), answerWithinMs);
  });
  try {
    return await Promise.race([lookUp, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Answers Meta's subscription handshake with the challenge, or null when the verify token is not ours. */
export async function answerWebhookHandshake(
  context: Context,
  query: Record<string, string | undefined>,
  channelAccountId?: string,
): Promise<string | null> {
  if (channelAccountId === undefined) {
    const answer = answerHandshake(query, context.meta.verifyTokens);
    await noteKnock(context, "installation", { kind: "handshake", refused: answer.ok ? null : answer.refused });
    return answer.ok ? answer.challenge : null;
  }
  const endpoint = await ownEndpoint(context, channelAccountId);
  if (!endpoint) return null;
  const answer = answerHandshake(query, endpoint.verifyTokens);
  await noteKnock(context, endpoint.id, { kind: "handshake", refused: answer.ok ? null : answer.refused });
  if (!answer.ok) return null;
  await forEntrance(context.database, (tx) => noteHandshake(tx, endpoint.id, context.now()));
  return answer.challenge;
}

/** The first webhook that an account's own app signed, whatever is in it: the platform's test event names nobody. */
async function proveEndpoint(context: Context, { id, workspaceId }: { id: string; workspaceId: string }): Promise<void> {
  await forEntrance(context.database, (tx) => noteFirstWebhook(tx, id, context.now()));
  await context.realtime.publish([{ workspaceId, kind: "channel_account", ids: [id] }]);
}

async function ownEndpoint(context: Context, channelAccountId: string) {
  const id = fromTypeId("channelAccount", channelAccountId);
  const account = id ? await forEntrance(context.database, (tx) => findAccountById(tx, id)) : undefined;
  // Web chat has no platform whose webhooks could come.
  if (!account || account.channel === "webchat") return undefined;
  const open = (sealed: Buffer | null, column: string) =>
    sealed ? [context.secrets.open(sealed, { workspaceId: account.workspaceId, table: "channel_accounts", rowId: account.id, column })] : [];
  return {
    id: account.id,
    workspaceId: account.workspaceId,
    firstWebhookAt: account.firstWebhookAt,
    secrets: open(account.appSecret, "app_secret"),
    verifyTokens: open(account.verifyToken, "verify_token"),
  };
}

/** The first id behind "entry", read off the bytes without parsing: only a hint, for fairness between businesses. */
function laneOf(body: Uint8Array): string {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 400)).toString("latin1");
  return /"entry"\s*:\s*\[\s*\{(?:\s*"time"\s*:\s*\d+\s*,)?\s*"id"\s*:\s*"?(\d{1,40})/.exec(head)?.[1] ?? "";
}
