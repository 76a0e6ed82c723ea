import type {
  Channel,
  ContentProblem,
  DeliveryError,
  ListedTemplate,
  OutboundContent,
  PlatformCall,
  PlatformResponse,
  Recipient,
  SendKind,
  SendOutcome,
  SendRequest,
  SendState,
  SentFile,
} from "@onethread/core";

export type MetaChannel = Exclude<Channel, "webchat">;

/** What a file goes out as. */
export type FileKind = "image" | "video" | "audio" | "file" | "sticker";

/** `mimes` without parameters; `image/` stands for all of a family; null: any. Absent kinds the platform has not. */
export type FileLimit = { maxBytes: number; mimes: readonly string[] | null; names: string };

/** So many messages in so much time, `burst` of them at once. */
export type PacingRule = {
  /** What is counted together: all that one account sends, or all that it sends to one person. */
  per: "account" | "pair";
  of: "all" | "text" | "audio_video" | "private_reply";
  count: number;
  everyMs: number;
  burst: number;
  /** Only for numbers that are also used in the phone app: there it stands in place of the others of its kind. */
  only?: "coexistence";
};

/** What a platform allows. Times are milliseconds. */
export type ChannelLimits = {
  text: { max: number; unit: "characters" | "bytes" };
  /** How long a customer's message allows free answers; in web chat: how long after they were seen they count as there. */
  windowMs: number;
  /** From how little time left on the window counts as closing. */
  closingMs: number;
  /** How long after the customer's message a human may still answer with the HUMAN_AGENT tag; null: not at all. */
  humanAgentMs: number | null;
  /** What may be sent in each state of a door. */
  allowed: Record<SendState, readonly SendKind[]>;
  /** Whether a template may be the very first message to a person who never wrote. */
  startsByTemplate: boolean;
  pacing: readonly PacingRule[];
  files: Partial<Record<FileKind, FileLimit>>;
};

/** Something done in a thread beside sending a message. `account` is the account's id at the platform. */
export type ThreadAction = { account: string; flavour?: SendRequest["flavour"]; recipient: Recipient };

export type FileToUpload = { account: string; flavour?: SendRequest["flavour"]; file: { name: string; mime: string; content: Blob }; kind: FileKind };

/** `expiresAt` in milliseconds; null: it stays. A retry does no harm: nothing goes out by an upload. */
export type MediaUpload =
  | { kind: "uploaded"; id: string; expiresAt: number | null }
  | { kind: "retry"; afterMs: number; error: DeliveryError }
  | { kind: "refused"; error: DeliveryError };

/** `next` is what the next page is asked for with; null: this was the last. */
export type TemplateList = { kind: "listed"; templates: ListedTemplate[]; next: string | null } | { kind: "refused"; error: DeliveryError };

export type LinkAddress = {
  externalId: string;
  displayPhoneNumber?: string | undefined;
  username?: string | undefined;
};

export type Profile = { name: string | null; username: string | null; pictureUrl: string | null };

/** Where a file of a customer is. `gone`: the platform has it no more. */
export type MediaPlace = { kind: "found"; url: string; mime: string | null; sha256: string | null } | { kind: "gone" | "refused"; code: string };

/** What every channel has, whoever carries its messages. */
export type ChannelRules = {
  channel: Channel;
  limits: ChannelLimits;
  /** The size of a text in the unit of `limits.text`. */
  measureText(text: string): number;
  /** What may be sent through a door in this state. */
  allowed(state: SendState): readonly SendKind[];
  /**
   * Everything the platform would refuse about a content, before it is sent; empty when it can go. Files that are not
   * handed in are not judged; `to` matters where not everybody gets everything, e.g. in groups.
   */
  check(content: OutboundContent, files?: ReadonlyMap<string, SentFile>, to?: Recipient["kind"]): ContentProblem[];
  /** The link that carries a customer over to this account; `unknown` while its public address is not known. */
  handOverLink(address: LinkAddress, token: string): { url: string } | { unknown: true };
};

/** A channel whose messages a platform carries: how it is spoken to. */
export type ChannelAdapter = ChannelRules & {
  channel: MetaChannel;
  /**
   * The call that sends a message that `check` found nothing in. Throws for kinds of content that the platform has not, and
   * for recipients of another channel: both are bugs of the caller.
   */
  render(request: SendRequest): PlatformCall;
  readSendResponse(response: PlatformResponse): SendOutcome;
  classifyError(code: string, subcode: string | null, message: string): DeliveryError;
  /** Reacts to a message with an emoji; null takes the reaction back. */
  renderReaction(request: ThreadAction & { target: string; emoji: string | null }): PlatformCall;
  /** Marks a customer's message and all before it as read; null where the platform can't, e.g. in groups. */
  renderMarkRead(request: ThreadAction & { target: string; typing?: boolean }): PlatformCall | null;
  /** Shows or hides that somebody writes; null where the platform can't. WhatsApp ties it to the customer's last message. */
  renderTyping(request: ThreadAction & { target: string | null; on: boolean }): PlatformCall | null;
  /** Takes the thread from the app that holds it; null where sending does that. */
  renderTakeControl(request: ThreadAction): PlatformCall | null;
  /** Whether files are uploaded before a message names them, or fetched by the platform from an address of ours. */
  mediaBy: "upload" | "url";
  /** Null where files go by address. */
  renderMediaUpload(request: FileToUpload): PlatformCall | null;
  readMediaUpload(response: PlatformResponse, now: number): MediaUpload;
  /** A page of the templates of a WhatsApp Business account or a Page; null where there are none. */
  renderTemplateList(request: { scope: string; after: string | null }): PlatformCall | null;
  readTemplateList(response: PlatformResponse): TemplateList;
  /** Asks for a person's public profile; absent where the platform has none. */
  renderProfileRequest?(customerId: string, flavour?: SendRequest["flavour"]): PlatformCall;
  readProfile?(response: PlatformResponse): Profile | null;
  /** Asks where a file is that a webhook names by id; absent where webhooks carry addresses. The file takes the token. */
  renderMediaRequest?(mediaId: string, accountExternalId: string): PlatformCall;
  readMediaPlace?(response: PlatformResponse): MediaPlace;
};
