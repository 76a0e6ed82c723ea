import type { MediaRef, PlatformCall } from "@onethread/core";
import type { FileToUpload } from "../meta/channel-adapter.ts";
import { graphPath } from "../meta/graph-call.ts";

export const linkOrId = (ref: MediaRef): { id: string } | { link: string } => ("id" in ref ? { id: ref.id } : { link: ref.url });

/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (11 December 2025) */
export const renderMediaUpload = ({ account, file }: FileToUpload): PlatformCall => ({
  host: "facebook",
  method: "POST",
  path: graphPath([account, "media"]),
  form: { fields: { messaging_product: "whatsapp", type: file.mime }, file: { field: "file", ...file } },
});
