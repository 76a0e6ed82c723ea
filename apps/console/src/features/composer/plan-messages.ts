import type { Channel } from "@onethread/core";
import type { Attachment } from "@onethread/core/api";
import type { SendInput } from "../../api/messages.ts";

export type SendContent = SendInput["content"];
type FileKind = "image" | "video" | "audio" | "file";

/** What WhatsApp shows by itself; every other file goes as a document. */
const onWhatsapp: Record<Exclude<FileKind, "file">, RegExp> = {
  image: /^image\/(jpeg|png)$/,
  video: /^video\/(mp4|3gpp)$/,
  audio: /^audio\/(aac|amr|mpeg|mp4|ogg)$/,
};

/** As what a file is sent through a channel: the server refuses, with its reason, what a channel does not take at all. */
export function kindOfFile(mime: string | null, channel: Channel): FileKind {
  const type = mime?.split(";")[0]?.trim().toLowerCase() ?? "";
  const family = type.split("/")[0];
  if (family !== "image" && family !== "video" && family !== "audio") return "file";
  return channel !== "whatsapp" || onWhatsapp[family].test(type) ? family : "file";
}

/**
 * WhatsApp shows up to 1024 characters under a picture, film or document
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages, 2026);
 * Messenger and Instagram show none.
 */
const captionLimit = 1024;

/**
 * The messages that files and a text become: one for each file, and the text under the first file where the channel
 * can show it there, else as a message of its own after the files.
 */
export function planMessages(files: readonly Pick<Attachment, "id" | "mime">[], text: string, channel: Channel): SendContent[] {
  const parts: SendContent[] = files.map((file) => ({ kind: kindOfFile(file.mime, channel), attachmentId: file.id }));
  if (!text) return parts;
  const [first] = parts;
  const fits = channel === "whatsapp" && first && "attachmentId" in first && first.kind !== "audio" && [...text].length <= captionLimit;
  return fits ? [{ ...first, caption: text }, ...parts.slice(1)] : [...parts, { kind: "text", text }];
}
