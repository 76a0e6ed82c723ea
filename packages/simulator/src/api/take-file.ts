import type { Context } from "hono";
import type { Simulator } from "../simulator.ts";
import type { MediaKind } from "../world/media-store.ts";
import { refuse } from "./read-body.ts";

/** WhatsApp's documents are the largest files a phone sends: 100 MB. */
const largest = 100 * 1024 * 1024;

/** Keeps a file that a person chose: the body is the file, its name stands in `?name=`. Answers the id to send it by. */
export async function takeFile(simulator: Simulator, c: Context): Promise<{ mediaId: string; kind: MediaKind; mime: string; name: string }> {
  const mime = c.req.header("content-type") ?? "application/octet-stream";
  // Forms and plain text are what a page of another site can post.
  if (/^(multipart\/|application\/x-www-form-urlencoded)/.test(mime)) refuse(415, "The body must be the file itself.");
  const bytes = Buffer.from(await c.req.arrayBuffer());
  if (bytes.length === 0) refuse(422, "The file is empty.");
  if (bytes.length > largest) refuse(413, "The file is larger than 100 MB.");
  const name = (c.req.query("name") ?? "file").slice(0, 200);
  const kind = kindOf(mime);
  const file = simulator.media.add({ kind, mime, name, bytes });
  return { mediaId: file.id, kind, mime, name };
}

function kindOf(mime: string): MediaKind {
  if (mime === "image/webp") return "sticker";
  if (/^image\/(jpeg|png|gif)/.test(mime)) return "image";
  if (mime.startsWith("video/")) return "video";
  return mime.startsWith("audio/") ? "audio" : "document";
}
