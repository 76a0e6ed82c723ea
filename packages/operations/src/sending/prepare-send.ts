import { adapters, type FileKind, type MetaChannel, type ThreadAction } from "@onethread/channels";
import type { IdentityKind, SendOutcome } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import { type ClaimedFile, holdSend, nextSend, noteThreadTaken, noteUpload, reservePace, type SendToPrepare } from "@onethread/db/write";
import { failpoint } from "#failpoint";
import { openAccessToken } from "../channel/open-access-token.ts";
import type { Context } from "../context.ts";
import { circuitOf, sendKeys } from "./circuit.ts";
import { paceSlots } from "./pace-slots.ts";

type Held = Exclude<SendOutcome, { kind: "sent" | "unknown" }>;

/** A file that can't be brought to the platform for this long is given up: a person decides. Milliseconds. */
const giveUpAfterMs = 15 * 60_000;

/**
 * Does what has to be done before a conversation's next message may be claimed, and may be done twice without harm:
 * takes the thread from another app, brings files to the platform, waits for its turn. Answers false when the message has to wait or failed.
 */
export async function prepareSend(context: Context, ref: { workspaceId: string; conversationId: string }): Promise<boolean> {
  const send = await forIngest(context.database, (tx) => nextSend(tx, ref.workspaceId, ref.conversationId, context.now()));
  if (!send || send.channel === "webchat" || !send.accessToken) return true;
  await failpoint("prepare.found");
  const token = openAccessToken(context, { workspaceId: send.workspaceId, channelAccountId: send.channelAccountId, accessToken: send.accessToken });
  const held =
    restsNow(context, send) ??
    (await takeThread(context, send, token)) ??
    (await bringFiles(context, send, token)) ??
    (await waitForTurn(context, send));
  if (!held) return true;
  const tooLong = held.kind === "retry" && held.error.code !== "paced" && context.now().getTime() - send.queuedAt.getTime() > giveUpAfterMs;
  await forIngest(context.database, (tx) => holdSend(tx, send, tooLong ? { kind: "rejected", error: held.error } : held, context.now()));
  await failpoint("prepare.held");
  await context.realtime.publish([{ workspaceId: send.workspaceId, kind: "message", ids: [send.id], conversationId: send.conversationId }]);
  return false;
}

async function takeThread(context: Context, send: SendToPrepare, token: string): Promise<Held | null> {
  if (send.heldBy === null) return null;
  const action: ThreadAction = {
    account: send.accountExternalId,
    flavour: send.flavour ?? undefined,
    recipient: { kind: send.recipientKind as IdentityKind, value: send.recipientValue },
  };
  const adapter = adapters[send.channel as MetaChannel];
  const call = adapter.renderTakeControl(action);
  if (!call) return null;
  const answer = await context.callPlatform(call, token).catch(() => null);
  if (!answer) return unreachable;
  if (answer.status < 200 || answer.status >= 300) {
    const outcome = adapter.readSendResponse(answer);
    return outcome.kind === "retry" || outcome.kind === "rejected" ? outcome : unreachable;
  }
  await failpoint("prepare.thread_taken");
  await forIngest(context.database, (tx) => noteThreadTaken(tx, send, context.now()));
  await failpoint("prepare.thread_noted");
  return null;
}

async function bringFiles(context: Context, send: SendToPrepare, token: string): Promise<Held | null> {
  const adapter = adapters[send.channel as MetaChannel];
  if (adapter.mediaBy === "url") return null;
  for (const file of send.files) {
    if (isThere(file, context.now())) continue;
    const content = await read(context, file);
    if (!content)
      return { kind: "rejected", error: { code: "file_gone", class: "our_bug", message: "The file is not in the storage any more. Send it again." } };
    await failpoint("prepare.file_read");
    const call = adapter.renderMediaUpload({
      account: send.accountExternalId,
      flavour: send.flavour ?? undefined,
      file: { name: file.name ?? "file", mime: file.mime, content },
      kind: kindOf(send, file),
    });
    if (!call) continue;
    const answer = await context.callPlatform(call, token).catch(() => null);
    if (!answer) return unreachable;
    await failpoint("prepare.file_uploaded");
    const upload = adapter.readMediaUpload(answer, context.now().getTime());
    if (upload.kind === "retry") return upload;
    if (upload.kind === "refused") return { kind: "rejected", error: upload.error };
    const ref = { id: upload.id, until: upload.expiresAt === null ? null : new Date(upload.expiresAt).toISOString() };
    await forIngest(context.database, (tx) =>
      noteUpload(tx, { workspaceId: send.workspaceId, id: file.id, channelAccountId: send.channelAccountId, ref }),
    );
    await failpoint("prepare.file_noted");
  }
  return null;
}

/** A wait shorter than this is waited for here: the sweep would come by only every 2 s. Milliseconds. */
const shortWaitMs = 1500;

/** A platform that has stopped answering is left alone for a while: messages wait as they are, instead of getting lost. */
function restsNow(context: Context, send: SendToPrepare): Held | null {
  const wait = circuitOf(context).wait(sendKeys(send), context.now().getTime());
  return wait > 0 ? { ...unreachable, afterMs: wait } : null;
}

/** Keeps the platform's limits per account and per person, over all workers. A longer wait leaves the message queued. */
async function waitForTurn(context: Context, send: SendToPrepare): Promise<Held | null> {
  const slots = paceSlots(adapters[send.channel as MetaChannel].limits.pacing, send.content, send.recipientValue, send.coexistence);
  const wait = await forIngest(context.database, (tx) => reservePace(tx, send, slots, shortWaitMs));
  if (wait > shortWaitMs) return { kind: "retry", afterMs: wait, error: paced };
  await failpoint("prepare.pace_taken");
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  return null;
}

const paced = { code: "paced", class: "retry_after", message: "The platform takes only so many messages at once. It goes out in a moment." } as const;

/** Names the platform knows are used up to an hour before they end. */
const isThere = ({ ref }: ClaimedFile, now: Date): boolean =>
  ref !== null && (ref.until === null || Date.parse(ref.until) - 3_600_000 > now.getTime());

async function read(context: Context, file: ClaimedFile): Promise<Blob | null> {
  const stream = await context.media.storage.open(file.storageKey);
  if (!stream) return null;
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return new Blob([Buffer.concat(parts)], { type: file.mime });
}

function kindOf({ content }: SendToPrepare, { mime }: ClaimedFile): FileKind {
  if (content.kind === "sticker" || content.kind === "file") return content.kind;
  const family = mime.split("/")[0];
  return family === "image" || family === "video" || family === "audio" ? family : "file";
}

const unreachable: Extract<Held, { kind: "retry" }> = {
  kind: "retry",
  afterMs: 5000,
  error: { code: "unreachable", class: "retry_after", message: "The platform can't be reached." },
};
