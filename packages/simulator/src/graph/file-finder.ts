import type { Simulator } from "../simulator.ts";
import type { MediaFile, MediaKind } from "../world/media-store.ts";
import type { FindFile } from "./outgoing.ts";

/** Bytes. The largest thing any of the platforms takes: 100 MB, WhatsApp's documents. */
const largest = 100 * 1024 * 1024;
const patience = 10_000;

/** Files as the platform gets them: from its own store, or fetched from the business's server. */
export const fileFinder = (simulator: Simulator): FindFile => ({
  byId: (id) => simulator.media.get(id),
  byUrl: (url) => fetchFile(simulator, url),
});

/** Null when the address does not answer with a file. */
async function fetchFile(simulator: Simulator, url: string): Promise<MediaFile | null> {
  if (!/^https?:\/\//.test(url)) return null;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience), headers: { "user-agent": "facebookexternalua" } });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok || bytes.length === 0 || bytes.length > largest) return null;
    const mime = response.headers.get("content-type") ?? "application/octet-stream";
    const name = decodeURIComponent(new URL(url).pathname.split("/").pop() || "file");
    return simulator.media.add({ kind: kindOf(mime), mime, name, bytes });
  } catch {
    return null;
  }
}

export function kindOf(mime: string): MediaKind {
  if (mime.startsWith("image/webp")) return "sticker";
  if (mime.startsWith("image/")) return "image";
  if (mime.startsWith("video/")) return "video";
  return mime.startsWith("audio/") ? "audio" : "document";
}
