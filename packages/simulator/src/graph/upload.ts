import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { fileFinder, kindOf } from "./file-finder.ts";
import { type Answer, idOf, isRecord } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";
import { whatsappLimits } from "./read-media.ts";

type Form = Record<string, unknown>;
const mb = 1024 * 1024;
/** Pictures 8 MB, all else 25 MB. Source: …/messenger-platform/send-messages/saving-assets (22 April 2026) */
const attachmentLimit = (type: string): number => (type === "image" ? 8 : 25) * mb;

const refuse = (message: string): Answer => ({ failure: graphFailures.parameter(message) });

/** POST /{phone-number-id}/media. Source: …/whatsapp/business-phone-numbers/media (11 December 2025) */
export async function uploadMedia(simulator: Simulator, account: AccountConfig, form: Form): Promise<Answer> {
  if (account.channel !== "whatsapp") return { failure: graphFailures.noObject(account.externalId) };
  if (form.messaging_product !== "whatsapp") return refuse("The parameter messaging_product is required.");
  const { file } = form;
  if (!(file instanceof File)) return refuse("The parameter file is required.");
  const mime = file.type || String(form.type ?? "application/octet-stream");
  const kind = kindOf(mime);
  const limit = whatsappLimits[kind];
  if (limit && !limit.mimes.test(mime))
    return refuse(`Param file must be a file with one of the types that WhatsApp takes. Received file of type '${mime}'.`);
  if (limit && file.size > limit.bytes) return refuse("Param file is too large.");
  const kept = simulator.media.add({ kind, mime, name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
  return { body: { id: kept.id } };
}

/** POST /{page-id}/message_attachments: a file of its own, or one to be fetched. */
export async function uploadAttachment(simulator: Simulator, account: AccountConfig, form: Form): Promise<Answer> {
  if (account.channel === "whatsapp") return { failure: graphFailures.noObject(account.externalId) };
  const attachment = attachmentOf(form.message);
  const type = idOf(attachment, "type");
  if (type === undefined || !["image", "video", "audio", "file"].includes(type)) return refuse("Invalid parameter: message[attachment][type]");
  const payload = isRecord(attachment) && isRecord(attachment.payload) ? attachment.payload : {};
  const { filedata } = form;
  if (filedata instanceof File) {
    if (filedata.size > attachmentLimit(type)) return { failure: graphFailures.attachmentTooLarge };
    const mime = filedata.type || "application/octet-stream";
    if (type !== "file" && !mime.startsWith(`${type}/`)) return { failure: graphFailures.attachmentUnknown };
    const kept = simulator.media.add({ kind: kindOf(mime), mime, name: filedata.name, bytes: Buffer.from(await filedata.arrayBuffer()) });
    return { body: { attachment_id: kept.id } };
  }
  if (typeof payload.url !== "string") return refuse("The parameter filedata or url is required.");
  const fetched = await fileFinder(simulator).byUrl(payload.url);
  if (!fetched) return { failure: graphFailures.attachmentFetch };
  return fetched.bytes.length > attachmentLimit(type) ? { failure: graphFailures.attachmentTooLarge } : { body: { attachment_id: fetched.id } };
}

/** In a form the message is a text of JSON. */
function attachmentOf(message: unknown): unknown {
  if (typeof message !== "string") return isRecord(message) ? message.attachment : undefined;
  try {
    const parsed: unknown = JSON.parse(message);
    return isRecord(parsed) ? parsed.attachment : undefined;
  } catch {
    return undefined;
  }
}
