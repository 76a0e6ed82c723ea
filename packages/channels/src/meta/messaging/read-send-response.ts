import type { PlatformResponse, SendOutcome } from "@onethread/core";
import { idAt, isObject } from "../read-keys.ts";
import { readSend, type SendDialect } from "../read-send-response.ts";
import { classifyError, mayHaveGoneOut, retryWait } from "./classify-error.ts";

/** How Messenger's and Instagram's refusals are read, of sends and of everything else. */
export const messagingDialect: Omit<SendDialect, "idOf"> = {
  classify: ({ code, subcode, message }) => classifyError(code, subcode, message),
  waitFor: ({ code, subcode }) => retryWait(code, subcode),
  mayHaveGoneOut: ({ code, subcode }) => mayHaveGoneOut(code, subcode),
};

/** The Send API of Messenger and Instagram answers `{recipient_id, message_id}`. */
export const readMessagingSend = (response: PlatformResponse): SendOutcome =>
  readSend(response, { ...messagingDialect, idOf: (body) => (isObject(body) ? idAt(body, "message_id") : null) });
