import { toTypeId } from "@onethread/core";
import type { Attachment, MessageDetail, TimelineItem } from "@onethread/core/api";

/** A row of `items` as the reads select it, see `itemColumns`. */
export type ItemRecord = {
  id: string;
  seq: string;
  type: TimelineItem["type"];
  conversationId: string;
  caseId: string | null;
  direction: TimelineItem["direction"];
  channel: TimelineItem["channel"];
  channelAccountId: string | null;
  identityId: string | null;
  externalId: string | null;
  authorType: TimelineItem["author"]["type"];
  authorId: string | null;
  authorName: string | null;
  customerId: string;
  customerName: string | null;
  occurredAt: Date;
  receivedAt: Date;
  late: boolean;
  content: TimelineItem["content"];
  replyToExternalId: string | null;
  replyToId: string | null;
  referral: TimelineItem["referral"];
  editedText: string | null;
  editedAt: Date | null;
  deletedAt: Date | null;
  deliveryStatus: string | null;
  deliveryAt: Date | null;
  deliveryError: { code: string; class: string; message: string } | null;
  pinnedAt: Date | null;
  pinnedBy: NonNullable<TimelineItem["pinned"]>["by"] | null;
  reactions: { emoji: string | null; by: "customer" | "business"; at: string }[] | null;
  attachments: AttachmentRecord[] | null;
};

export type AttachmentRecord = Omit<Attachment, "id" | "url"> & { id: string };

/** `i` is items, `v` their conversation. */
export const itemColumns = `i.id, i.seq::text, i.type, i.conversation_id AS "conversationId", i.case_id AS "caseId", i.direction, i.channel,
  i.channel_account_id AS "channelAccountId", i.identity_id AS "identityId", i.external_id AS "externalId", i.author_type AS "authorType",
  i.author_id AS "authorId", i.author_name AS "authorName", v.customer_id AS "customerId", v.customer_name AS "customerName", i.occurred_at AS "occurredAt",
  i.received_at AS "receivedAt", i.late, i.content, i.reply_to_external_id AS "replyToExternalId", coalesce(i.reply_to_id, r.id) AS "replyToId", i.referral,
  i.edited_text AS "editedText", i.edited_at AS "editedAt", i.deleted_at AS "deletedAt", i.delivery_status AS "deliveryStatus",
  i.delivery_at AS "deliveryAt", i.delivery_error AS "deliveryError",
  i.pinned_at AS "pinnedAt", i.pinned_by AS "pinnedBy", e.reactions, f.attachments`;

/** An attachment as the record above has it; `a` is attachments. */
export const attachmentObject = `jsonb_build_object('id', a.id, 'kind', a.kind, 'mime', a.mime, 'name', a.name, 'bytes', a.bytes, 'state', a.state, 'title', a.title,
  'platformId', a.platform_id, 'link', a.link, 'voice', a.voice, 'sticker', a.sticker, 'animated', a.animated, 'error', a.error)`;

/** The newest reaction of each side; one that was taken back leaves nothing. */
export const itemJoins = `
  LEFT JOIN items r ON i.reply_to_external_id IS NOT NULL AND r.workspace_id = i.workspace_id AND r.channel_account_id = i.channel_account_id AND r.external_id = i.reply_to_external_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('emoji', one.data ->> 'emoji', 'by', one.data ->> 'by', 'at', one.occurred_at)) AS reactions FROM (
      SELECT DISTINCT ON (x.data ->> 'by') x.data, x.occurred_at FROM message_effects x
      WHERE i.has_reactions AND x.workspace_id = i.workspace_id AND x.channel_account_id = i.channel_account_id AND x.target = i.external_id AND x.kind = 'reaction'
      ORDER BY x.data ->> 'by', x.occurred_at DESC, x.key DESC) AS one) e ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(${attachmentObject} ORDER BY a.position) AS attachments FROM attachments a
    WHERE i.has_files AND a.workspace_id = i.workspace_id AND a.item_id = i.id AND a.state <> 'removed') f ON true`;

const iso = (date: Date): string => date.toISOString();
const isoOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Ids of timeline items begin with what they are. */
export const itemTypeId = (type: TimelineItem["type"], id: string): string => toTypeId(type, id);

export function toTimelineItem(row: ItemRecord): TimelineItem {
  return {
    id: itemTypeId(row.type, row.id),
    type: row.type,
    conversationId: toTypeId("conversation", row.conversationId),
    caseId: row.caseId && toTypeId("case", row.caseId),
    direction: row.direction,
    channel: row.channel,
    channelAccountId: row.channelAccountId && toTypeId("channelAccount", row.channelAccountId),
    identityId: row.identityId && toTypeId("identity", row.identityId),
    externalId: row.externalId,
    author: toAuthor(row),
    occurredAt: iso(row.occurredAt),
    receivedAt: iso(row.receivedAt),
    late: row.late,
    content: toContent(row),
    attachments: row.deletedAt ? [] : (row.attachments ?? []).map(toAttachment),
    replyTo:
      row.replyToExternalId || row.replyToId
        ? { messageId: row.replyToId && toTypeId("message", row.replyToId), externalId: row.replyToExternalId }
        : null,
    reactions: (row.reactions ?? []).flatMap(({ emoji, by, at }) => (emoji === null ? [] : [{ emoji, by, at: new Date(at).toISOString() }])),
    referral: row.referral,
    editedAt: row.deletedAt ? null : isoOrNull(row.editedAt),
    deletedAt: isoOrNull(row.deletedAt),
    delivery: toDelivery(row),
    pinned: row.pinnedAt && row.pinnedBy && { at: iso(row.pinnedAt), by: pinner(row.pinnedBy) },
  };
}

/** Only what is here has an address; it is a path of this API, so it works behind any host. */
export function toAttachment({ id, ...record }: AttachmentRecord): Attachment {
  const typeId = toTypeId("attachment", id);
  return { id: typeId, ...record, url: record.state === "ready" ? `/api/v1/attachments/${typeId}` : null };
}

function toContent({ content, editedText, editedAt, deletedAt }: ItemRecord): TimelineItem["content"] {
  if (deletedAt) return { kind: content.kind, text: null };
  return editedAt ? { ...content, text: editedText } : content;
}

function toAuthor(row: ItemRecord): TimelineItem["author"] {
  if (row.authorType === "customer") return { type: "customer", id: toTypeId("customer", row.customerId), name: row.customerName };
  const id = row.authorId && toTypeId(row.authorType === "agent" ? "agent" : "apiKey", row.authorId);
  return { type: row.authorType, id, name: row.authorName };
}

const pinner = ({ type, id, name }: NonNullable<ItemRecord["pinnedBy"]>) => ({
  type,
  id: id && toTypeId(type === "agent" ? "agent" : "apiKey", id),
  name,
});

function toDelivery(row: Pick<ItemRecord, "deliveryStatus" | "deliveryAt" | "deliveryError" | "direction" | "occurredAt">): TimelineItem["delivery"] {
  if (row.direction !== "outbound" || row.deliveryStatus === null) return null;
  const error = row.deliveryError as MessageDetail["attempts"][number]["error"];
  return { status: row.deliveryStatus as NonNullable<TimelineItem["delivery"]>["status"], at: iso(row.deliveryAt ?? row.occurredAt), error };
}
