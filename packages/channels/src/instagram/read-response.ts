import type { MediaUpload, TemplateList } from "../meta/channel-adapter.ts";
import { readMessagingSend } from "../meta/messaging/read-send-response.ts";

export { classifyError } from "../meta/messaging/classify-error.ts";
export { readProfile } from "../meta/messaging/read-profile.ts";

export const readSendResponse = readMessagingSend;

/** Neither is ever asked for: files go by address, and there are no templates. */
const never = (what: string) => (): never => {
  throw new Error(`Instagram has no ${what}`);
};
export const readMediaUpload: () => MediaUpload = never("uploads");
export const readTemplateList: () => TemplateList = never("templates");
