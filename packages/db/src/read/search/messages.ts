import { bitsOfTerm, type SearchTerm, toTypeId } from "@onethread/core";
import type { MessageHit } from "@onethread/core/api";
import type { Tx } from "../../client/index.ts";
import { itemTypeId } from "../item-row.ts";
import { itemConditions, type SearchFilters } from "./filters.ts";

/** A message or note as searches read it. */
export type SaidRow = {
  id: string;
  seq: string;
  type: "message" | "note";
  conversationId: string;
  customerId: string;
  customerName: string | null;
  customerAvatarUrl: string | null;
  direction: MessageHit["direction"];
  channel: MessageHit["channel"];
  authorType: MessageHit["author"]["type"];
  authorId: string | null;
  authorName: string | null;
  occurredAt: Date;
  hasAttachment: boolean;
  text: string | null;
};

const columns = `i.id, i.seq::text, i.type, i.conversation_id AS "conversationId", v.customer_id AS "customerId", v.customer_name AS "customerName",
  v.customer_avatar_url AS "customerAvatarUrl", i.direction, i.channel, i.author_type AS "authorType", i.author_id AS "authorId", i.author_name AS "authorName",
  i.occurred_at AS "occurredAt", i.has_files AS "hasAttachment", CASE WHEN i.edited_at IS NULL THEN i.content ->> 'text' ELSE i.edited_text END AS text`;

/** The end of the last block: what stands behind it has to be looked through. */
export async function readLastBlock(tx: Tx, workspaceId: string): Promise<string> {
  const { rows } = await tx.query<{ last: string }>("SELECT coalesce(max(last_seq), 0)::text AS last FROM search_blocks WHERE workspace_id = $1", [
    workspaceId,
  ]);
  return rows[0]?.last ?? "0";
}

export type Block = { first: string; last: string };

/** The latest messages that are in no block yet, below `before`, as if they were one; null: there are none. */
export async function readTail(tx: Tx, workspaceId: string, lastBlock: string, before: string): Promise<Block | null> {
  const { rows } = await tx.query<{ first: string | null; last: string | null }>(
    `SELECT min(t.seq)::text AS first, max(t.seq)::text AS last FROM (SELECT i.seq FROM items i
       WHERE i.workspace_id = $1 AND i.type <> 'event' AND i.seq > $2::bigint AND i.seq < $3::bigint ORDER BY i.seq DESC LIMIT 500) t`,
    [workspaceId, lastBlock, before],
  );
  const { first, last } = rows[0] ?? {};
  return first && last ? { first, last } : null;
}

/** The latest blocks below `before` in which all the terms may be, and the times that are asked for. */
export async function readBlocks(
  tx: Tx,
  workspaceId: string,
  before: string,
  terms: readonly SearchTerm[],
  filters: SearchFilters,
  most: number,
): Promise<Block[]> {
  const values: unknown[] = [workspaceId, before];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions: string[] = [];
  if (terms.length > 0) {
    const all = terms.map(
      (alternatives) =>
        `(${alternatives
          .map((one) =>
            bitsOfTerm(one)
              .map((bit) => `get_bit(b.signature, ${bit}) = 1`)
              .join(" AND "),
          )
          .join(" OR ")})`,
    );
    conditions.push(`(b.signature IS NULL OR (${all.join(" AND ")}))`);
  }
  if (filters.after) conditions.push(`b.newest_at >= ${add(filters.after)}::date`);
  if (filters.before) conditions.push(`b.oldest_at < ${add(filters.before)}::date`);
  // The block that `before` lies in has a part below it.
  const { rows } = await tx.query<Block>(
    `SELECT b.first_seq::text AS first, b.last_seq::text AS last FROM search_blocks b
     WHERE b.workspace_id = $1 AND b.first_seq < $2::bigint
       AND b.last_seq <= coalesce((SELECT min(c.last_seq) FROM search_blocks c WHERE c.workspace_id = $1 AND c.last_seq >= $2::bigint), $2::bigint)
       ${conditions.map((one) => ` AND ${one}`).join("")}
     ORDER BY b.last_seq DESC LIMIT ${most}`,
    values,
  );
  return rows;
}

/** Messages and notes from `first` up to but not with `before`, in the order they were written down, the last first. */
export async function readSaid(
  tx: Tx,
  workspaceId: string,
  spans: readonly Block[],
  before: string,
  filters: SearchFilters,
  withText: boolean,
): Promise<SaidRow[]> {
  const values: unknown[] = [workspaceId, before, spans.map(({ first }) => first), spans.map(({ last }) => last)];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = itemConditions(filters, add);
  const text = withText ? " AND (i.content ->> 'text' IS NOT NULL OR i.edited_text IS NOT NULL)" : "";
  const { rows } = await tx.query<SaidRow>(
    `SELECT ${columns} FROM unnest($3::bigint[], $4::bigint[]) AS span(first, last) CROSS JOIN LATERAL (
       SELECT * FROM items i WHERE i.workspace_id = $1 AND i.seq >= span.first AND i.seq <= span.last AND i.seq < $2::bigint AND i.type <> 'event' AND i.deleted_at IS NULL${text}) i
     CROSS JOIN LATERAL (SELECT * FROM conversations v WHERE v.workspace_id = $1 AND v.id = i.conversation_id LIMIT 1) v
     ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""} ORDER BY i.seq DESC`,
    values,
  );
  return rows;
}

/** Where an item stands in the order of writing down. */
export async function readPlace(tx: Tx, workspaceId: string, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ seq: string }>("SELECT seq::text FROM items WHERE workspace_id = $1 AND id = $2", [workspaceId, id]);
  return rows[0]?.seq ?? null;
}

export function toMessageHit(row: SaidRow, text: string | null, marks: MessageHit["marks"]): MessageHit {
  const customer = row.authorType === "customer";
  const authorId = row.authorId && toTypeId(row.authorType === "agent" ? "agent" : "apiKey", row.authorId);
  return {
    id: itemTypeId(row.type, row.id),
    type: row.type,
    conversationId: toTypeId("conversation", row.conversationId),
    customer: { id: toTypeId("customer", row.customerId), name: row.customerName, avatarUrl: row.customerAvatarUrl },
    direction: row.direction,
    channel: row.channel,
    author: {
      type: row.authorType,
      id: customer ? toTypeId("customer", row.customerId) : authorId,
      name: customer ? row.customerName : row.authorName,
    },
    occurredAt: row.occurredAt.toISOString(),
    hasAttachment: row.hasAttachment,
    text,
    marks,
  };
}

/** Words of what was said that share letters with the typed one. */
export async function readNearWords(tx: Tx, folded: string): Promise<string[]> {
  const { rows } = await tx.query<{ word: string }>("SELECT search_near_words AS word FROM search_near_words($1, 60)", [folded]);
  return rows.map(({ word }) => word);
}
