import type { Content, InboundAttachment, MessageKind } from "@onethread/core";
import { attachment, urlSource } from "../attachment.ts";
import { eventTime } from "../event-time.ts";
import { arrayAt, idAt, isObject, type Json, numberAt, objectAt, textAt } from "../read-keys.ts";
import type { Said } from "../said.ts";
import type { MessagingContext } from "./context.ts";
import { filesOf, type ReadAttachment, readAttachments, storyLifetime } from "./parse-attachments.ts";
import { templateOf } from "./parse-template.ts";

/** What a message says and what hangs on it. A type that is not known keeps its name and the words it carries. */
export function contentOf(message: Json, context: MessagingContext, occurredAt: number): Said {
  const attached = readAttachments(message, context, occurredAt);
  const text = textAt(message, "text");
  const story = objectAt(objectAt(message, "reply_to"), "story");
  const commands = arrayAt(message, "commands")
    .map((command) => (isObject(command) ? idAt(command, "name") : null))
    .filter((name) => name !== null);
  const product = idAt(objectAt(objectAt(message, "referral"), "product"), "id");
  return {
    content: {
      ...bodyOf(message, { text, attached, story }),
      ...(story === null ? {} : { story: { id: idAt(story, "id"), url: idAt(story, "url") } }),
      ...(commands.length === 0 ? {} : { commands }),
      ...(product === null ? {} : { product: { catalogId: null, id: product, title: null } }),
    },
    attachments: [...filesOf(attached), ...(story === null ? [] : storyFile(story, occurredAt))],
  };
}

/** The story somebody answers is gone within a day: it is kept as what hangs on the answer. */
function storyFile(story: Json, occurredAt: number): InboundAttachment[] {
  const source = urlSource(textAt(story, "url"));
  return source === null ? [] : [attachment("story", { source, platformId: idAt(story, "id"), expiresAt: occurredAt + storyLifetime })];
}

type Parts = { text: string | null; attached: readonly ReadAttachment[]; story: Json | null };

function bodyOf(message: Json, { text, attached, story }: Parts): Content {
  if (message.is_unsupported === true) return { kind: "unsupported", text, platformType: "unsupported" };
  const quickReply = objectAt(message, "quick_reply");
  if (quickReply !== null) {
    const payload = textAt(quickReply, "payload");
    return { kind: "button_reply", text, ...(payload === null ? {} : { payload }) };
  }
  if (story !== null) return { kind: "story_reply", text };
  const [first] = attached;
  if (first !== undefined) return attachedContent(first, text);
  if (idAt(message, "sticker_id") !== null) return { kind: "sticker", text };
  if (text === null) return { kind: "unsupported", text, platformType: "unknown" };
  return { kind: "text", text };
}

const plainKinds = new Map<string, MessageKind>([
  ["image", "image"],
  ["video", "video"],
  ["audio", "audio"],
  ["file", "file"],
  ["media", "file"],
]);
const shareTypes = new Set(["reel", "ig_reel", "post", "ig_post", "share", "ig_story", "story"]);

/** The first attachment says what the message is; several files are an album. */
function attachedContent(first: ReadAttachment, text: string | null): Content {
  const { type, payload, raw, attachment: file } = first;
  if (file.sticker) return { kind: "sticker", text };
  // Instagram's heart carries nothing, but it says just this.
  if (type === "like_heart") return { kind: "sticker", text: text ?? "❤️" };
  const plain = plainKinds.get(type);
  if (plain !== undefined) return { kind: plain, text };
  if (type === "story_mention") return { kind: "story_mention", text, story: { id: file.platformId, url: urlOf(file) } };
  if (shareTypes.has(type)) return { kind: "share", text, share: shareOf(file) };
  // A link with its preview: the words are the message.
  if (type === "fallback") return { kind: text === null ? "share" : "text", text, share: shareOf(file) };
  if (type === "location") return locationOf(payload, text);
  if (type === "template") return templateOf(payload, raw, text);
  if (type === "appointment_booking") return appointmentOf(payload, text);
  return { kind: "unsupported", text, platformType: type };
}

const urlOf = ({ source }: InboundAttachment): string | null => (source?.type === "url" ? source.url : null);
const shareOf = (file: InboundAttachment): Content["share"] => ({ type: file.kind, id: file.platformId, title: file.title, url: urlOf(file) });

function locationOf(payload: Json, text: string | null): Content {
  const at = objectAt(payload, "coordinates");
  const latitude = numberAt(at, "lat");
  const longitude = numberAt(at, "long") ?? numberAt(at, "lng");
  if (latitude === null || longitude === null) return { kind: "unsupported", text, platformType: "location" };
  return { kind: "location", text, location: { latitude, longitude, name: null, address: null, url: null } };
}

function appointmentOf(payload: Json, text: string | null): Content {
  const time = (key: string): string | null => {
    const at = eventTime(payload[key]);
    return at === null ? idAt(payload, key) : new Date(at).toISOString();
  };
  const id = idAt(payload, "booking_id") ?? idAt(payload, "id");
  const appointment = {
    id,
    status: idAt(payload, "status"),
    startsAt: time("start_time"),
    endsAt: time("end_time"),
    timeZone: idAt(payload, "timezone"),
  };
  return { kind: "appointment", text, appointment };
}
