import { readMessagingSend } from "../meta/messaging/read-send-response.ts";

export { classifyError } from "../meta/messaging/classify-error.ts";
export { readProfile } from "../meta/messaging/read-profile.ts";

export const readSendResponse = readMessagingSend;
