import type { Readable } from "node:stream";
import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { Attachment } from "@onethread/core/api";
import { readAttachment } from "@onethread/db/read";
import { allow, type Context } from "./context.ts";
import type { ByteRange } from "./outside/media-storage.ts";

export type OpenAttachment = { attachment: Attachment; bytes: number; open(range?: ByteRange): Promise<Readable | null> };

/** A file to be read. Refused while it is not here. */
export async function openAttachment(context: Context, actor: Actor, id: string): Promise<Result<OpenAttachment>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  const stored = await readAttachment(context.database, actor, id);
  if (!stored) return fail("not_found", "There is no such attachment.");
  const { attachment, storageKey } = stored;
  if (attachment.state !== "ready" || storageKey === null || attachment.bytes === null)
    return fail("attachment_not_ready", "The file is not here.", { extra: { state: attachment.state } });
  return ok({ attachment, bytes: attachment.bytes, open: (range) => context.media.storage.open(storageKey, range) });
}
