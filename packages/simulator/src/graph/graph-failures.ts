import type { ChannelName } from "../config.ts";
import { makeTraceId } from "../wire/make-id.ts";

export type GraphFailure = {
  status: number;
  code: number;
  subcode?: number | undefined;
  message: string;
  details?: string | undefined;
  type?: string | undefined;
};

/**
 * The refusals the simulator knows.
 * Sources: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (2026) and
 * https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes (25 June 2026)
 */
export const graphFailures = {
  noToken: {
    status: 401,
    code: 190,
    message: "Invalid OAuth access token - Cannot parse access token",
    type: "OAuthException",
  },
  noObject: (id: string): GraphFailure => ({
    status: 400,
    code: 100,
    subcode: 33,
    message: `Unsupported post request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    type: "GraphMethodException",
  }),
  parameter: (message: string): GraphFailure => ({ status: 400, code: 100, message: `(#100) ${message}` }),
  unknownPerson: {
    messenger: { status: 400, code: 100, subcode: 2018001, message: "(#100) No matching user found" },
    instagram: { status: 400, code: 100, subcode: 2534014, message: "(#100) The requested user cannot be found." },
    whatsapp: {
      status: 400,
      code: 131026,
      message: "Message undeliverable",
      details: "Message Undeliverable.",
    },
  },
  windowClosed: {
    messenger: {
      status: 400,
      code: 10,
      subcode: 2018278,
      message: "(#10) This message is sent outside of allowed window.",
    },
    instagram: {
      status: 400,
      code: 10,
      subcode: 2534022,
      message: "(#10) This message is sent outside of allowed window.",
    },
    whatsapp: {
      status: 400,
      code: 131047,
      message: "Re-engagement message",
      details: "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    },
  },
  pairRate: {
    status: 400,
    code: 131056,
    message: "(#131056) (Business Account, Consumer Account) pair rate limit hit",
    details:
      "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.",
  },
} as const satisfies Record<string, GraphFailure | ((text: string) => GraphFailure) | Record<ChannelName, GraphFailure>>;

/** The body of a refused call. */
export const failureBody = (failure: GraphFailure) => ({
  error: {
    message: failure.message,
    type: failure.type ?? "OAuthException",
    code: failure.code,
    ...(failure.subcode === undefined ? {} : { error_subcode: failure.subcode }),
    ...(failure.details === undefined ? {} : { error_data: { messaging_product: "whatsapp", details: failure.details } }),
    fbtrace_id: makeTraceId(),
  },
});
