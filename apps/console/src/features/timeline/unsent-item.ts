import type { TimelineItem } from "@onethread/core/api";

type Known = Pick<TimelineItem, "id" | "conversationId" | "author" | "occurredAt"> & Partial<TimelineItem>;

/** A message or note that the server has not got yet, or has not sent, as the timeline shows it: what nobody knows yet is empty. */
export const unsentItem = (known: Known): TimelineItem => ({
  type: "message",
  caseId: null,
  direction: null,
  channel: null,
  channelAccountId: null,
  identityId: null,
  externalId: null,
  receivedAt: known.occurredAt,
  late: false,
  content: { kind: "text", text: null },
  attachments: [],
  replyTo: null,
  reactions: [],
  referral: null,
  editedAt: null,
  deletedAt: null,
  delivery: null,
  pinned: null,
  ...known,
});
