import type { Attachment } from "@onethread/core/api";

export type AttachmentShape = "image" | "video" | "audio" | "file" | "heart" | "shared" | "missing";

/** Kinds that name something on the platform, with or without a file of its own. */
const shared: ReadonlySet<Attachment["kind"]> = new Set(["reel", "ig_reel", "post", "ig_post", "ig_story", "story", "share", "fallback", "template"]);

/** How an attachment is shown: by what its bytes are, where they are here, else by what it stands for. */
export function shapeOf(attachment: Attachment): AttachmentShape {
  if (attachment.kind === "like_heart") return "heart";
  if (attachment.state === "ready" && attachment.url) return shapeOfMime(attachment);
  if (attachment.state === "none" && shared.has(attachment.kind)) return "shared";
  return "missing";
}

/** What every browser shows by itself. Anything else, SVG above all, is a file to download. */
function shapeOfMime({ mime, kind }: Attachment): "image" | "video" | "audio" | "file" {
  const type = mime?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (/^image\/(jpeg|png|gif|webp|avif)$/.test(type)) return "image";
  // A sound can lie in the same kind of file as a film.
  if (/^audio\//.test(type) || (kind === "audio" && type.startsWith("video/"))) return "audio";
  if (/^video\/(mp4|webm|ogg|quicktime|3gpp)$/.test(type)) return "video";
  return type === "" && (kind === "image" || kind === "video" || kind === "audio") ? kind : "file";
}

/** The address that hands a file over instead of showing it. */
export const downloadUrl = (url: string): string => `${url}${url.includes("?") ? "&" : "?"}download`;

/** A file's ending in capitals, for its card: `PDF`. */
export function endingOf(attachment: Pick<Attachment, "name" | "mime">): string {
  const byName = /\.([a-z0-9]{1,5})$/i.exec(attachment.name ?? "")?.[1];
  const byMime = attachment.mime?.split("/")[1]?.replace(/^x-|[;+.].*$/g, "");
  return (byName ?? (byMime && byMime.length <= 5 ? byMime : "")).toUpperCase();
}
