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
  direction: MessageHit["direction"];
  channel: MessageHit["channel"];
  authorType: MessageHit["author"]["type"];
  authorId: string | null;
  authorName: string | null;
  occurredAt: Date;
  hasAttachment: boolean;
  text: string | null;
  /** What its files are called, a line each. */
  fileNames: string | null;
};

/** What the files of an item `i` are called; null: it has none, or they have no names. */
export const fileNames = `CASE WHEN i.has_files THEN (SELECT string_agg(a.name, E'\\n' ORDER BY a.position) FROM attachments a
    WHERE a.workspace_id = i.workspace_id AND a.item_id = i.id) END`;

const columns = `i.id, i.seq::text, i.type, i.conversation_id AS "conversationId", i.direction, i.channel, i.author_type AS "authorType", i.author_id AS "authorId", i.author_name AS "authorName",
  i.occurred_at AS "occurredAt", i.has_files AS "hasAttachment", CASE WHEN i.edited_at IS NULL THEN i.content ->> 'text' ELSE i.edited_text END AS text,
  ${fileNames} AS "fileNames"`;

/** The end of the last block: what stands behind it has to be looked through. */
export async function readLastBlock(tx: Tx, workspaceId: string): Promise<string> {
  const { rows } = await tx.query<{ last: string }>("SELECT coalesce(max(last_seq), 0)::text AS last FROM search_blocks WHERE workspace_id = $1", [
    workspaceId,
  ]);
  return rows[0]?.last ?? "0";
}

export type Block = { first: string; last: string };
/** Messages that are read as one: more than a block has. */
const mostInSpan = 500;

/** The latest messages that are in no block yet, below `before`, as if they were one; null: there are none. */
export async function readTail(tx: Tx, workspaceId: string, lastBlock: string, before: string): Promise<Block | null> {
  const { rows } = await tx.query<{ first: string | null; last: string | null }>(
    `SELECT min(t.seq)::text AS first, max(t.seq)::text AS last FROM (SELECT i.seq FROM items i
       WHERE i.workspace_id = $1 AND i.type <> 'event' AND i.seq > $2::bigint AND i.seq < $3::bigint ORDER BY i.seq DESC LIMIT ${mostInSpan}) t`,
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

/**
 * Messages and notes of the spans below `before`, in the order they were written down, the last first. In
 * order and cut off span by span: a planner that takes a span for large would else look through the table by its pages.
 */
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
  const { ofItem, ofBoth } = itemConditions(filters, add);
  const text = withText ? " AND (i.content ->> 'text' IS NOT NULL OR i.edited_text IS NOT NULL OR i.has_files)" : "";
  const { rows } = await tx.query<SaidRow>(
    `SELECT ${columns} FROM unnest($3::bigint[], $4::bigint[]) AS span(first, last) CROSS JOIN LATERAL (
       SELECT * FROM items i WHERE i.workspace_id = $1 AND i.seq >= span.first AND i.seq <= least(span.last, $2::bigint - 1) AND i.type <> 'event' AND i.deleted_at IS NULL${text}${ofItem.map((one) => ` AND ${one}`).join("")}
       ORDER BY i.seq DESC LIMIT ${mostInSpan}) i
     ${ofBoth.length > 0 ? "CROSS JOIN LATERAL (SELECT * FROM conversations v WHERE v.workspace_id = $1 AND v.id = i.conversation_id LIMIT 1) v" : ""}
     ${ofBoth.length > 0 ? `WHERE ${ofBoth.join(" AND ")}` : ""} ORDER BY i.seq DESC`,
    values,
  );
  return rows;
}

/** Where an item stands in the order of writing down. */
export async function readPlace(tx: Tx, workspaceId: string, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ seq: string }>("SELECT seq::text FROM items WHERE workspace_id = $1 AND id = $2", [workspaceId, id]);
  return rows[0]?.seq ?? null;
}

/** What was found in one row. */
export type Said = { row: SaidRow; text: string | null; marks: MessageHit["marks"] };
type Customer = { conversationId: string; id: string; name: string | null; avatarUrl: string | null };

/** The rows as hits, with whose conversation each is in: read only for what is shown. */
export async function readMessageHits(tx: Tx, workspaceId: string, said: readonly Said[]): Promise<MessageHit[]> {
  if (said.length === 0) return [];
  const { rows } = await tx.query<Customer>(
    `SELECT v.id AS "conversationId", v.customer_id AS id, v.customer_name AS name, v.customer_avatar_url AS "avatarUrl"
     FROM conversations v WHERE v.workspace_id = $1 AND v.id = ANY($2::uuid[])`,
    [workspaceId, [...new Set(said.map(({ row }) => row.conversationId))]],
  );
  const customers = new Map(rows.map((one) => [one.conversationId, one]));
  return said.flatMap((one) => {
    const customer = customers.get(one.row.conversationId);
    return customer ? [toMessageHit(one, customer)] : [];
  });
}

function toMessageHit({ row, text, marks }: Said, whose: Customer): MessageHit {
  const customer = row.authorType === "customer";
  const authorId = row.authorId && toTypeId(row.authorType === "agent" ? "agent" : "apiKey", row.authorId);
  return {
    id: itemTypeId(row.type, row.id),
    type: row.type,
    conversationId: toTypeId("conversation", row.conversationId),
    customer: { id: toTypeId("customer", whose.id), name: whose.name, avatarUrl: whose.avatarUrl },
    direction: row.direction,
    channel: row.channel,
    author: {
      type: row.authorType,
      id: customer ? toTypeId("customer", whose.id) : authorId,
      name: customer ? whose.name : row.authorName,
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
