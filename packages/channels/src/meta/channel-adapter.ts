import type { Channel, DeliveryError, PlatformCall, PlatformResponse, SendOutcome, SendRequest } from "@onethread/core";

export type MetaChannel = Exclude<Channel, "webchat">;

/** What a platform allows. Times are milliseconds. */
export type ChannelLimits = {
  text: { max: number; unit: "characters" | "bytes" };
  /** How long a customer's message allows free answers. */
  windowMs: number;
  /** From how little time left on the window counts as closing. */
  closingMs: number;
  /** How long after the customer's message a human may still answer with the HUMAN_AGENT tag; null: not at all. */
  humanAgentMs: number | null;
  /** Text messages per second the account may send. */
  perSecond: number;
  /** The limit for one recipient: a message each `everyMs`, after a burst; null: none is known. */
  pair: { everyMs: number; burst: number } | null;
};

export type LinkAddress = {
  externalId: string;
  displayPhoneNumber?: string | undefined;
  username?: string | undefined;
};

export type Profile = { name: string | null; username: string | null; pictureUrl: string | null };

/** Where a file of a customer is. `gone`: the platform has it no more. */
export type MediaPlace = { kind: "found"; url: string; mime: string | null; sha256: string | null } | { kind: "gone" | "refused"; code: string };

export type ChannelAdapter = {
  channel: MetaChannel;
  limits: ChannelLimits;
  /** The size of a text in the unit of `limits.text`. */
  measureText(text: string): number;
  /** Throws when the recipient's kind does not belong to this channel: that is a bug of the caller. */
  renderText(request: SendRequest): PlatformCall;
  readSendResponse(response: PlatformResponse): SendOutcome;
  classifyError(code: string, subcode: string | null, message: string): DeliveryError;
  /** The link that carries a customer over to this account; `unknown` while its public address is not known. */
  handOverLink(address: LinkAddress, token: string): { url: string } | { unknown: true };
  /** Asks for a person's public profile; absent where the platform has none. */
  renderProfileRequest?(customerId: string, flavour?: SendRequest["flavour"]): PlatformCall;
  readProfile?(response: PlatformResponse): Profile | null;
  /** Asks where a file is that a webhook names by id; absent where webhooks carry addresses. The file takes the token. */
  renderMediaRequest?(mediaId: string, accountExternalId: string): PlatformCall;
  readMediaPlace?(response: PlatformResponse): MediaPlace;
};
