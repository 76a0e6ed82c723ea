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
  /** Source: https://developers.facebook.com/docs/graph-api/guides/error-handling (2026): subcodes of 190 */
  token: {
    expired: { status: 401, code: 190, subcode: 463, message: "Error validating access token: Session has expired.", type: "OAuthException" },
    revoked: {
      status: 401,
      code: 190,
      subcode: 467,
      message: "Error validating access token: The session is invalid because the user logged out.",
      type: "OAuthException",
    },
  },
  standing: {
    whatsapp: {
      status: 403,
      code: 131031,
      message: "Business Account locked",
      details: "Business account has been locked due to a policy violation.",
    },
    messenger: { status: 400, code: 10, subcode: 1893063, message: "(#10) This Page is temporarily restricted from sending messages." },
    instagram: { status: 400, code: 10, subcode: 2534029, message: "(#10) This account is blocked from using the API." },
  },
  displayName: {
    status: 400,
    code: 131037,
    message: "(#131037) WhatsApp provided number needs display name approval before message can be sent.",
    details: "The display name of the number is not approved.",
  },
  heldByOther: {
    messenger: { status: 400, code: 10, subcode: 2018300, message: "(#10) Another app is controlling this thread now." },
    instagram: { status: 400, code: 10, subcode: 2018300, message: "(#10) Another app is controlling this thread now." },
  },
  blocked: {
    messenger: { status: 400, code: 551, message: "(#551) This person isn't available right now." },
    instagram: { status: 400, code: 551, message: "(#551) This person isn't available right now." },
  },
  noMarketing: {
    status: 400,
    code: 131050,
    message: "User has stopped marketing messages",
    details: "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business.",
  },
  toSelf: { status: 400, code: 131021, message: "(#131021) Recipient cannot be sender", details: "Sender and recipient phone number is the same." },
  missing: (details: string): GraphFailure => ({ status: 400, code: 131008, message: "(#131008) Required parameter is missing", details }),
  value: (details: string): GraphFailure => ({ status: 400, code: 131009, message: "(#131009) Parameter value is not valid", details }),
  unsupportedType: (type: string): GraphFailure => ({
    status: 400,
    code: 131051,
    message: "(#131051) Unsupported message type",
    details: `Message type ${type} is not currently supported.`,
  }),
  mediaUpload: (details: string): GraphFailure => ({ status: 400, code: 131053, message: "Media upload error", details }),
  templateCount: (details: string): GraphFailure => ({
    status: 400,
    code: 132000,
    message: "(#132000) Number of parameters does not match the expected number of params",
    details,
  }),
  templateMissing: (name: string, language: string): GraphFailure => ({
    status: 404,
    code: 132001,
    message: "(#132001) Template name does not exist in the translation",
    details: `template name (${name}) does not exist in ${language}`,
  }),
  templateFormat: (details: string): GraphFailure => ({
    status: 400,
    code: 132012,
    message: "(#132012) Parameter format does not match format in the created template",
    details,
  }),
  templateTooLong: (details: string): GraphFailure => ({ status: 400, code: 132005, message: "(#132005) Translated text too long", details }),
  templatePaused: { status: 400, code: 132015, message: "(#132015) Template is Paused", details: "Template is paused due to low quality." },
  templateDisabled: {
    status: 400,
    code: 132016,
    message: "(#132016) Template is Disabled",
    details: "Template was paused too many times due to low quality.",
  },
  attachmentTooLarge: { status: 400, code: 100, subcode: 2018109, message: "(#100) Attachment size exceeds allowable limit" },
  attachmentFetch: { status: 400, code: 100, subcode: 2018008, message: "(#100) Failed to fetch the file from the url" },
  attachmentUnknown: { status: 400, code: 100, subcode: 2018047, message: "(#100) Upload attachment failure." },
  privateReplyUsed: { status: 400, code: 10, subcode: 2534025, message: "(#10) This comment was already replied to privately." },
  privateReplyOld: { status: 400, code: 10, subcode: 2534013, message: "(#10) The private reply limit was exceeded for this comment." },
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
  numberRate: {
    status: 429,
    code: 130429,
    message: "(#130429) Rate limit hit",
    details: "Message failed to send because there were too many messages sent from this phone number in a short period of time.",
  },
  pairRate: {
    status: 400,
    code: 131056,
    message: "(#131056) (Business Account, Consumer Account) pair rate limit hit",
    details:
      "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.",
  },
} as const satisfies Record<string, GraphFailure | ((...text: string[]) => GraphFailure) | Record<string, GraphFailure>>;

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
