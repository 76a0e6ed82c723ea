import type { MediaFile, MediaKind } from "../world/media-store.ts";
import type { Wire } from "./graph-answer.ts";
import { type GraphFailure, graphFailures } from "./graph-failures.ts";
import type { FindFile, Outgoing } from "./outgoing.ts";
import { refuse, whatsappField } from "./refusal.ts";

const mb = 1024 * 1024;
type Limit = { bytes: number; mimes: RegExp };
/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (11 December 2025) */
export const whatsappLimits: Record<string, Limit> = {
  image: { bytes: 5 * mb, mimes: /^image\/(jpeg|png)/ },
  video: { bytes: 16 * mb, mimes: /^video\/(mp4|3gpp)/ },
  audio: { bytes: 16 * mb, mimes: /^audio\/(aac|amr|mpeg|mp4|ogg)/ },
  document: { bytes: 100 * mb, mimes: /./ },
  sticker: { bytes: 500 * 1024, mimes: /^image\/webp/ },
};
/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages (2026) */
const longestCaption = 1024;

/** An image, video, sound, document or sticker in a message of WhatsApp. */
export async function readWhatsappMedia(type: string, body: Wire, files: FindFile): Promise<Outgoing> {
  const media = whatsappField.record(body[type], type);
  const captioned = type === "image" || type === "video" || type === "document";
  if (!captioned && media.caption !== undefined) refuse(graphFailures.parameter(`Unexpected key "caption" on param "${type}".`));
  const caption = whatsappField.text(media.caption, `${type}['caption']`, { max: longestCaption, optional: true });
  const { file, failure } = await findWhatsappFile(type, media, files);
  const kind: MediaKind = type === "audio" ? (media.voice === true ? "voice" : "audio") : (type as MediaKind);
  const name = typeof media.filename === "string" ? media.filename : (file?.name ?? type);
  return {
    text: caption ?? "",
    shown: file ? { media: { id: file.id, kind, name, mime: file.mime } } : { label: `A ${type} that could not be loaded` },
    failsLater: failure ?? undefined,
  };
}

/** A bad id is refused at once; a file that can't be fetched or does not fit fails later. */
export async function findWhatsappFile(
  type: string,
  media: Wire,
  files: FindFile,
): Promise<{ file: MediaFile | null; failure: GraphFailure | null }> {
  if (typeof media.id === "string" && media.id !== "") {
    const file = files.byId(media.id);
    if (!file) return refuse(graphFailures.parameter(`Param ${type}['id'] is not a valid whatsapp business account media attachment ID`));
    return { file, failure: fits(type, file) };
  }
  if (typeof media.link !== "string" || media.link === "") return refuse(graphFailures.missing(`Parameter '${type}['link' or 'id']' is mandatory`));
  // Pages of examples lead nowhere: what can't be had while offline is shown as its address.
  const file = await files.byUrl(media.link);
  if (!file)
    return { file: null, failure: graphFailures.mediaUpload(`Downloading media from weblink failed with http code 404, uri: ${media.link}`) };
  return { file, failure: fits(type, file) };
}

function fits(type: string, file: MediaFile): GraphFailure | null {
  const limit = whatsappLimits[type];
  if (!limit) return null;
  if (file.bytes.length > limit.bytes) return graphFailures.mediaUpload(`Media file size too big. Max file size: ${limit.bytes}`);
  return limit.mimes.test(file.mime) ? null : graphFailures.mediaUpload(`Unsupported ${type} type: ${file.mime}`);
}
