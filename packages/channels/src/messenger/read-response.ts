import type { PlatformResponse } from "@onethread/core";
import type { MediaUpload, TemplateList } from "../meta/channel-adapter.ts";
import { messagingDialect, readMessagingSend } from "../meta/messaging/read-send-response.ts";
import { readTemplates } from "../meta/read-template-list.ts";
import { readUpload } from "../meta/read-upload.ts";

export { classifyError } from "../meta/messaging/classify-error.ts";
export { readProfile } from "../meta/messaging/read-profile.ts";

export const readSendResponse = readMessagingSend;

/**
 * The id of an uploaded file.
 * Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/saving-assets
 * (22 April 2026): it lives 90 days
 */
export const readMediaUpload = (response: PlatformResponse, now: number): MediaUpload =>
  readUpload(response, messagingDialect, { key: "attachment_id", livesMs: 90 * 24 * 60 * 60 * 1000, now });

export const readTemplateList = (response: PlatformResponse): TemplateList => readTemplates(response, messagingDialect);
