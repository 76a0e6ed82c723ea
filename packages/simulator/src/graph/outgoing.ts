import type { MediaFile } from "../world/media-store.ts";
import type { Shown } from "../world/shown.ts";
import type { Wire } from "./graph-answer.ts";
import type { GraphFailure } from "./graph-failures.ts";

/** A message of a business that was read and found right: how the phone shows it. */
export type Outgoing = {
  text: string;
  shown?: Shown | undefined;
  /** A template: it needs no open window. */
  template?: { category: "UTILITY" | "MARKETING" | "AUTHENTICATION" } | undefined;
  /** Accepted, and yet it will not arrive: WhatsApp says so later by a status. */
  failsLater?: GraphFailure | undefined;
};

/** On Messenger and Instagram: how the echo shows it, beside what the phone shows. */
export type MessagingOutgoing = Outgoing & { attachments?: Wire[] | undefined; attachmentId?: string | undefined };

/** Finds the file a message names by id, or fetches it from an address. */
export type FindFile = {
  byId(id: string): MediaFile | undefined;
  byUrl(url: string): Promise<MediaFile | null>;
};
