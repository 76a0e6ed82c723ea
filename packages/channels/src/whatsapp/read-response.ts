import type { DeliveryError, PlatformResponse, SendOutcome } from "@onethread/core";
import type { MediaPlace, MediaUpload, TemplateList } from "../meta/channel-adapter.ts";
import { type ErrorRow, toDeliveryError, unknownRow, waitOf } from "../meta/error-row.ts";
import { type GraphError, readGraphError } from "../meta/graph-error.ts";
import { arrayAt, idAt, isObject, textAt } from "../meta/read-keys.ts";
import { readSend } from "../meta/read-send-response.ts";
import { readTemplates } from "../meta/read-template-list.ts";
import { readUpload } from "../meta/read-upload.ts";
import { errorRanges, errors } from "./errors.ts";

const rowOf = (code: string): ErrorRow | undefined => errors.get(code) ?? errorRanges.find(({ pattern }) => pattern.test(code))?.row;

export const classifyError = (code: string, _subcode: string | null, message: string): DeliveryError =>
  toDeliveryError(code, rowOf(code) ?? unknownRow(message), message);

/** How WhatsApp's refusals are read, of sends and of everything else. An error means that the message was not taken. */
const dialect = {
  classify: ({ code, subcode, message }: GraphError) => classifyError(code, subcode, message),
  waitFor: ({ code }: GraphError) => waitOf(rowOf(code)),
  mayHaveGoneOut: () => false,
};

/** A 200 means accepted, not sent: failures come later as statuses. */
export const readSendResponse = (response: PlatformResponse): SendOutcome =>
  readSend(response, {
    ...dialect,
    idOf: (body) => idAt(isObject(body) ? arrayAt(body, "messages").find(isObject) : null, "id"),
  });

export function readMediaPlace(response: PlatformResponse): MediaPlace {
  const error = readGraphError(response.body);
  // 100 and 33: no such object, or not any more: media of webhooks live 7 days. 190: the token is broken.
  if (error) return error.code === "100" || error.code === "33" ? { kind: "gone", code: error.code } : { kind: "refused", code: error.code };
  const url = isObject(response.body) ? textAt(response.body, "url") : null;
  if (response.status !== 200 || url === null || !isObject(response.body)) return { kind: "refused", code: `http_${response.status}` };
  return { kind: "found", url, mime: textAt(response.body, "mime_type"), sha256: idAt(response.body, "sha256") };
}

/**
 * The id of an uploaded file.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 * (11 December 2025): it lives 30 days
 */
export const readMediaUpload = (response: PlatformResponse, now: number): MediaUpload =>
  readUpload(response, dialect, { key: "id", livesMs: 30 * 24 * 60 * 60 * 1000, now });

export const readTemplateList = (response: PlatformResponse): TemplateList => readTemplates(response, dialect);
