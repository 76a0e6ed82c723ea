import type { AttachmentKind, MessageKind } from "@onethread/core";
import { attachment, sha256Hex, urlSource } from "../meta/attachment.ts";
import { idAt, type Json, textAt } from "../meta/read-keys.ts";
import type { Said } from "../meta/said.ts";

const types = { image: "image", video: "video", audio: "audio", document: "file", sticker: "image" } as const satisfies Record<
  string,
  AttachmentKind
>;
type MediaType = keyof typeof types;
const kinds: Record<MediaType, MessageKind> = { image: "image", video: "video", audio: "audio", document: "file", sticker: "sticker" };

export const isMediaType = (type: string): type is MediaType => Object.hasOwn(types, type);

/**
 * How long the id of a received file can be turned into the file.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (2026)
 */
const mediaLifetime = 7 * 24 * 60 * 60 * 1000;

/**
 * A file. Webhooks name an id, which has to be exchanged for a link that lives 5 minutes (so the `url` beside it is of no
 * use later); a body we or another app sent may hold a link of its own instead.
 */
export function mediaOf(media: Json | null, type: MediaType, occurredAt: number): Said {
  if (media === null) return { content: { kind: "unsupported", text: null, platformType: type }, attachments: [] };
  const id = idAt(media, "id");
  const voice = type === "audio" && media.voice === true;
  const file = attachment(types[type], {
    source: id === null ? urlSource(textAt(media, "link")) : { type: "media_id", id },
    mime: idAt(media, "mime_type"),
    name: idAt(media, "filename"),
    sha256: sha256Hex(textAt(media, "sha256")),
    voice,
    sticker: type === "sticker",
    animated: type === "sticker" && media.animated === true,
    expiresAt: id === null ? null : occurredAt + mediaLifetime,
  });
  return { content: { kind: voice ? "voice" : kinds[type], text: textAt(media, "caption") }, attachments: [file] };
}
