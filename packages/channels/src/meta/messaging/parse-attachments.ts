import type { AttachmentKind, InboundAttachment } from "@onethread/core";
import { attachment, urlSource } from "../attachment.ts";
import { arrayAt, idAt, isObject, type Json, objectAt, textAt } from "../read-keys.ts";
import type { MessagingContext } from "./context.ts";

/** One attachment of the wire: `type` as the platform names it, the thing itself as we do. */
export type ReadAttachment = { type: string; payload: Json; raw: Json; attachment: InboundAttachment };

/**
 * Stories and their files end after a day, unless they are withdrawn earlier.
 * Source: https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api (2026)
 */
export const storyLifetime = 24 * 60 * 60 * 1000;

/**
 * Types of attachments. A reel in an Instagram chat is one of Instagram's, under whatever name.
 * Source: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages (1 June 2026),
 * https://developers.facebook.com/docs/instagram-platform/webhooks/examples (2026)
 */
const kinds = new Map<string, AttachmentKind>([
  ["image", "image"],
  ["video", "video"],
  ["audio", "audio"],
  ["file", "file"],
  ["media", "file"],
  ["sticker", "image"],
  ["like_heart", "like_heart"],
  ["story_mention", "story"],
  ["ig_story", "ig_story"],
  ["story", "ig_story"],
  ["ig_post", "ig_post"],
  ["post", "post"],
  ["ig_reel", "ig_reel"],
  ["reel", "reel"],
  ["share", "share"],
  ["template", "template"],
  ["fallback", "fallback"],
]);
/** Said in the content; nothing hangs on the message. */
const contentOnly = new Set(["location", "appointment_booking", "template"]);
const shares = new Set<AttachmentKind>(["ig_post", "post", "ig_reel", "reel", "ig_story"]);

/** Everything attached, each once: a sticker also sent as an image, and a post also as a legacy share, are one thing. */
export function readAttachments(message: Json, context: MessagingContext, occurredAt: number): ReadAttachment[] {
  const all = arrayAt(message, "attachments")
    .filter(isObject)
    .map((raw) => readAttachment(raw, context, occurredAt));
  const better = all.some((one) => shares.has(one.attachment.kind));
  const seen = new Set<string>();
  return all.filter((one) => {
    if (better && one.attachment.kind === "share") return false;
    if (!one.attachment.sticker) return true;
    const { platformId, source } = one.attachment;
    const key = platformId ?? JSON.stringify(source);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What is kept beside the content. */
export const filesOf = (read: readonly ReadAttachment[]): InboundAttachment[] =>
  read.filter((one) => !contentOnly.has(one.type)).map((one) => one.attachment);

function readAttachment(raw: Json, context: MessagingContext, occurredAt: number): ReadAttachment {
  const payload = objectAt(raw, "payload") ?? {};
  const type = idAt(raw, "type") ?? "attachment";
  const url = textAt(payload, "url") ?? textAt(payload, "story_media_url") ?? textAt(raw, "url");
  const stickerId = idAt(payload, "sticker_id");
  const kind = kindOf(type, context);
  const story = kind === "story" || kind === "ig_story";
  return {
    type,
    payload,
    raw,
    attachment: attachment(kind, {
      source: urlSource(url),
      name: kind === "file" ? fileName(url) : null,
      platformId: stickerId ?? thingId(payload),
      title: idAt(payload, "title") ?? idAt(raw, "title"),
      sticker: type === "sticker" || stickerId !== null,
      expiresAt: story ? occurredAt + storyLifetime : null,
    }),
  };
}

function kindOf(type: string, { channel }: MessagingContext): AttachmentKind {
  const kind = kinds.get(type) ?? "unsupported_type";
  return kind === "reel" && channel === "instagram" ? "ig_reel" : kind;
}

const thingId = (payload: Json): string | null =>
  idAt(payload, "reel_video_id") ?? idAt(payload, "ig_post_media_id") ?? idAt(payload, "story_media_id") ?? idAt(payload, "id");

/** A file's name stands only in the path of its link. */
function fileName(url: string | null): string | null {
  const last = url?.split(/[?#]/)[0]?.split("/").pop();
  if (!last) return null;
  try {
    return decodeURIComponent(last).toWellFormed();
  } catch {
    return last;
  }
}
