import type { Content, InboundAttachment } from "@onethread/core";

/** What a message says and what hangs on it. */
export type Said = { content: Content; attachments: InboundAttachment[] };
