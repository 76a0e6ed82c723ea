import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { instagramAddress, messengerAddress } from "../world/media-address.ts";
import type { MediaFile } from "../world/media-store.ts";
import type { Choice } from "../world/shown.ts";
import { templatesOf } from "../world/templates.ts";
import { fileFinder } from "./file-finder.ts";
import { idOf, isRecord, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";
import type { MessagingOutgoing } from "./outgoing.ts";
import { readMessagingTemplate } from "./read-messaging-template.ts";
import { readUtilityTemplate } from "./read-utility-template.ts";
import { refuse } from "./refusal.ts";

const mb = 1024 * 1024;
/** https://developers.facebook.com/docs/messenger-platform/reference/send-api (2026): characters */
const longestMessengerText = 2000;
/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api (2026): bytes */
const longestInstagramText = 1000;
/** https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies (2026) */
const mostQuickReplies = 13;
const longestQuickReply = 20;

const bad = (message: string): never => refuse(graphFailures.parameter(message));

/** Reads the `message` of a send on Messenger or Instagram; refuses what Meta refuses. */
export async function readMessaging(simulator: Simulator, account: AccountConfig, message: unknown): Promise<MessagingOutgoing> {
  if (!isRecord(message)) return bad("The parameter message is required");
  if (message.template !== undefined) {
    if (account.channel === "instagram" || !isRecord(message.template)) return bad("Invalid parameter: message[template]");
    return readUtilityTemplate(templatesOf(simulator.world, account), message.template);
  }
  const text = idOf(message, "text");
  const replies = repliesOf(message.quick_replies);
  if (message.attachment !== undefined) {
    if (text !== undefined) bad("A message has either a text or an attachment.");
    return withReplies(await readAttachment(simulator, account, message.attachment), replies);
  }
  if (text === undefined) return bad("The parameter message is required");
  refuseLong(account, text);
  return withReplies({ text }, replies);
}

function refuseLong({ channel }: AccountConfig, text: string): void {
  const [size, max] = channel === "instagram" ? [Buffer.byteLength(text), longestInstagramText] : [[...text].length, longestMessengerText];
  if (size > max) bad(`Length of param message[text] must be less than or equal to ${max}`);
}

function repliesOf(given: unknown): Choice[] {
  if (given === undefined) return [];
  if (!Array.isArray(given) || given.length === 0 || given.length > mostQuickReplies)
    return bad(`param message[quick_replies] must have 1 to ${mostQuickReplies} elements`);
  return given.map((one: unknown, index) => {
    const type = idOf(one, "content_type");
    if (type === "user_phone_number") return { key: `q${index}`, does: "quick_reply", title: "Share phone number", value: "+447700900123" };
    if (type === "user_email") return { key: `q${index}`, does: "quick_reply", title: "Share email", value: "maya@example.com" };
    const [title, value] = [idOf(one, "title"), idOf(one, "payload")];
    if (type !== "text" || title === undefined || value === undefined) return bad("Invalid quick reply: title and payload are required");
    if ([...title].length > longestQuickReply) bad(`Quick reply title must be at most ${longestQuickReply} characters`);
    return { key: `q${index}`, does: "quick_reply", title, value };
  });
}

const withReplies = (out: MessagingOutgoing, replies: Choice[]): MessagingOutgoing =>
  replies.length === 0 ? out : { ...out, shown: { ...out.shown, choices: [...(out.shown?.choices ?? []), ...replies] } };

async function readAttachment(simulator: Simulator, account: AccountConfig, attachment: unknown): Promise<MessagingOutgoing> {
  const type = idOf(attachment, "type");
  const payload: Wire = isRecord(attachment) && isRecord(attachment.payload) ? attachment.payload : {};
  if (type === "template") return readMessagingTemplate(account, payload);
  if (account.channel === "instagram" && type === "like_heart") return { text: "❤️", attachments: [{ type }] };
  if (account.channel === "instagram" && type === "MEDIA_SHARE")
    return { text: "", shown: { label: "Shared post" }, attachments: [{ type: "share", payload: { url: "https://www.instagram.com/p/1" } }] };
  if (type !== "image" && type !== "video" && type !== "audio" && type !== "file") return bad("Invalid parameter: message[attachment][type]");
  const file = await fileAt(simulator, payload);
  refuseUnfit(account, type, file);
  const url = account.channel === "instagram" ? instagramAddress(simulator, file) : messengerAddress(simulator, file);
  const kind = type === "file" ? "document" : type;
  return {
    text: "",
    shown: { media: { id: file.id, kind, name: file.name, mime: file.mime } },
    attachments: [{ type, payload: { url } }],
    attachmentId: payload.is_reusable === true ? file.id : undefined,
  };
}

async function fileAt(simulator: Simulator, payload: Wire): Promise<MediaFile> {
  const files = fileFinder(simulator);
  const id = payload.attachment_id ?? payload.id;
  if (typeof id === "string" || typeof id === "number") return files.byId(String(id)) ?? refuse(graphFailures.attachmentUnknown);
  if (typeof payload.url !== "string") return bad("The parameter message[attachment][payload][url] is required");
  return (await files.byUrl(payload.url)) ?? refuse(graphFailures.attachmentFetch);
}

/**
 * Sources: …/messenger-platform/send-messages/saving-assets (22 April 2026), …/instagram-messaging/features/attachment-upload
 * (1 April 2026): pictures 8 MB, all else 25 MB; Instagram takes certain types only
 */
function refuseUnfit({ channel }: AccountConfig, type: string, file: MediaFile): void {
  if (file.bytes.length > (type === "image" ? 8 : 25) * mb) refuse(graphFailures.attachmentTooLarge);
  const wanted: Record<string, RegExp> =
    channel === "instagram"
      ? {
          image: /^image\/(png|jpeg|gif)/,
          video: /^video\/(mp4|ogg|avi|x-msvideo|quicktime|webm)/,
          audio: /^audio\/(aac|m4a|x-m4a|mp4|wav|x-wav|wave|vnd\.wave)/,
          file: /^application\/pdf/,
        }
      : { image: /^image\//, video: /^video\//, audio: /^audio\//, file: /./ };
  if (!wanted[type]?.test(file.mime)) bad(`Upload attachment failure: a ${type} can't be ${file.mime}`);
}
