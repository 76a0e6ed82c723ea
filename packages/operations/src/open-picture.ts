import type { Readable } from "node:stream";
import { type Actor, fail, ok, type Result } from "@onethread/core";
import { readPictureKey } from "@onethread/db/read";
import { allow, type Context } from "./context.ts";

/** A customer's picture, as their platform showed it last. */
export async function openPicture(context: Context, actor: Actor, customerId: string): Promise<Result<Readable>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  const key = await readPictureKey(context.database, actor, customerId);
  const stream = key && (await context.media.storage.open(key));
  return stream ? ok(stream) : fail("not_found", "There is no picture.");
}
