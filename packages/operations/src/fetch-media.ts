import { adapters, type MetaChannel } from "@onethread/channels";
import { fromTypeId } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import {
  type AttachmentToFetch,
  claimAttachments,
  type FetchedAttachment,
  findFilesToRemove,
  forgetAttachments,
  settleAttachment,
} from "@onethread/db/write";
import { openAccessToken } from "./channel/open-access-token.ts";
import type { Context } from "./context.ts";
import { readFileType } from "./media/file-type.ts";
import { keepForAWhile } from "./media/keep-for-a-while.ts";
import { type Download, DownloadFailed } from "./outside/download-media.ts";

const batch = 8;
/** A fetch that takes longer than this is taken for dead and begun anew. Milliseconds. */
const holdMs = 5 * 60_000;
/** After this many tries a person decides. With doubling waits they span about two hours. */
const maxAttempts = 10;
const unsentForMs = 24 * 60 * 60_000;

/**
 * Fetches customers' files from the platforms, those that expire soonest first, and clears away what nobody needs. A
 * file that can't be had is shown as such, with its reason; a person may try again.
 */
export async function fetchMedia(context: Context): Promise<void> {
  for (;;) {
    const due = await forIngest(context.database, (tx) => claimAttachments(tx, context.now(), batch, holdMs));
    await Promise.all(due.map((one) => fetchOne(context, one)));
    if (due.length < batch) break;
  }
  await clearAway(context);
}

async function fetchOne(context: Context, attachment: AttachmentToFetch): Promise<void> {
  const done = await fetched(context, attachment);
  const kept = await forIngest(context.database, (tx) => settleAttachment(tx, attachment, done));
  if (!kept && done.state === "ready") await context.media.storage.remove(done.storageKey);
  const { workspaceId, itemId, conversationId } = attachment;
  await context.realtime.publish([{ workspaceId, kind: "message", ids: [itemId], conversationId }]);
  if (done.state !== "ready")
    context.log.warn({ workspaceId, attachmentId: attachment.id, state: done.state, reason: done.error }, "a file was not fetched");
}

async function fetched(context: Context, attachment: AttachmentToFetch): Promise<FetchedAttachment> {
  try {
    if (attachment.channel === "webchat") return await takenOver(context, attachment);
    const place = await placeOf(context, attachment);
    if ("state" in place) return place;
    const download = await context.media.download(place.url, place.headers);
    try {
      return await kept(context, attachment, download, place.sha256);
    } finally {
      await download.discard();
    }
  } catch (error) {
    if (!(error instanceof DownloadFailed)) return later(context, attachment, "storage_failed");
    // WhatsApp's addresses die young: the next try asks for a new one. Others are gone with their address.
    if (error.reason === "gone")
      return attachment.source.type === "media_id" ? later(context, attachment, "gone") : { state: "expired", error: "gone" };
    if (error.reason === "too_large" || error.reason === "not_allowed") return { state: "failed", error: error.reason };
    return later(context, attachment, error.reason);
  }
}

/** A visitor's file is with us already, as their own upload: it becomes the message's. */
async function takenOver(context: Context, attachment: AttachmentToFetch): Promise<FetchedAttachment> {
  const uploadId = attachment.source.type === "media_id" ? fromTypeId("attachment", attachment.source.id) : null;
  const stream = uploadId && (await context.media.storage.open(`${attachment.workspaceId}/${uploadId}`));
  if (!stream) return { state: "expired", error: "gone" };
  const download = await keepForAWhile(stream);
  try {
    return await kept(context, attachment, { ...download, mime: null }, null);
  } finally {
    await download.discard();
  }
}

type Place = { url: string; headers: Record<string, string>; sha256: string | null };

async function placeOf(context: Context, attachment: AttachmentToFetch): Promise<Place | FetchedAttachment> {
  const { source, sha256 } = attachment;
  if (source.type === "url") return { url: source.url, headers: {}, sha256 };
  const adapter = adapters[attachment.channel as MetaChannel];
  if (!adapter.renderMediaRequest || !adapter.readMediaPlace) return { state: "failed", error: "not_allowed" };
  if (!attachment.accessToken) return later(context, attachment, "no_access_token");
  const token = openAccessToken(context, {
    workspaceId: attachment.workspaceId,
    channelAccountId: attachment.channelAccountId,
    accessToken: attachment.accessToken,
  });
  const answer = await context.callPlatform(adapter.renderMediaRequest(source.id, attachment.accountExternalId), token).catch(() => null);
  if (!answer) return later(context, attachment, "unreachable");
  const place = adapter.readMediaPlace(answer);
  if (place.kind === "gone") return { state: "expired", error: "gone" };
  if (place.kind !== "found") return later(context, attachment, `refused_${place.code}`);
  return { url: place.url, headers: { authorization: `Bearer ${token}` }, sha256 };
}

async function kept(context: Context, attachment: AttachmentToFetch, download: Download, sha256: string | null): Promise<FetchedAttachment> {
  if (sha256 !== null && sha256 !== download.sha256) return later(context, attachment, "damaged");
  if (download.bytes === 0) return later(context, attachment, "empty");
  const type = await readFileType(download.path, attachment.mime ?? download.mime);
  if (!type.fits(attachment.kind)) return { state: "failed", error: "type_not_allowed" };
  const storageKey = `${attachment.workspaceId}/${attachment.id}`;
  await context.media.storage.put(storageKey, download.path, type.mime);
  return { state: "ready", mime: type.mime, bytes: download.bytes, sha256: download.sha256, storageKey };
}

/** 5 s, 10 s, 20 s, … up to an hour; after the last try it has failed. */
function later(context: Context, { attempts }: AttachmentToFetch, reason: string): FetchedAttachment {
  if (attempts >= maxAttempts) return { state: "failed", error: reason };
  return { state: "pending", error: reason, retryAt: new Date(context.now().getTime() + Math.min(3_600_000, 5000 * 2 ** (attempts - 1))) };
}

async function clearAway(context: Context): Promise<void> {
  const files = await forIngest(context.database, (tx) => findFilesToRemove(tx, new Date(context.now().getTime() - unsentForMs), 200));
  for (const { storageKey } of files) if (storageKey) await context.media.storage.remove(storageKey);
  await forIngest(context.database, (tx) => forgetAttachments(tx, files));
}
