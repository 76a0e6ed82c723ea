import type { Tx } from "../client/index.ts";

/** One row of a timeline to be written. Ids are UUIDs, times ISO 8601: the rows travel as one JSON parameter. */
export type ItemRow = {
  workspace_id: string;
  id: string;
  conversation_id: string;
  home_conversation_id: string;
  case_id: string | null;
  type: "message" | "note" | "event";
  direction: "inbound" | "outbound" | null;
  channel: string | null;
  channel_account_id: string | null;
  identity_id: string | null;
  external_id: string | null;
  author_type: string;
  author_id: string | null;
  author_name: string | null;
  occurred_at: string;
  received_at: string;
  late: boolean;
  content: unknown;
  richness: number;
  sources: string[];
  waits: number;
  reply_to_external_id: string | null;
  reply_to_id: string | null;
  referral: unknown;
  delivery_status: string | null;
  delivery_at: string | null;
  next_attempt_at: string | null;
  sent_at: string | null;
  human_agent: boolean;
  /** Own sends: what was asked to be sent. */
  send: unknown;
};

type Given = Pick<ItemRow, "workspace_id" | "id" | "conversation_id" | "case_id" | "author_type" | "occurred_at" | "received_at">;

/** A row about which nothing more is said than where it stands, who made it and when. */
export const bareItem = (given: Given): ItemRow => ({
  home_conversation_id: given.conversation_id,
  type: "event",
  direction: null,
  channel: null,
  channel_account_id: null,
  identity_id: null,
  external_id: null,
  author_id: null,
  author_name: null,
  late: false,
  content: null,
  richness: 2,
  sources: ["live"],
  waits: 0,
  reply_to_external_id: null,
  reply_to_id: null,
  referral: null,
  delivery_status: null,
  delivery_at: null,
  next_attempt_at: null,
  sent_at: null,
  human_agent: false,
  send: null,
  ...given,
});

const columns = `workspace_id uuid, id uuid, conversation_id uuid, home_conversation_id uuid, case_id uuid, type text, direction text,
  channel text, channel_account_id uuid, identity_id uuid, external_id text, author_type text, author_id uuid, author_name text,
  occurred_at timestamptz, received_at timestamptz, late boolean, content jsonb, richness smallint, sources text[], waits smallint,
  reply_to_external_id text, reply_to_id uuid, referral jsonb, delivery_status text, delivery_at timestamptz, next_attempt_at timestamptz,
  sent_at timestamptz, human_agent boolean, send jsonb`;
const names = columns.replaceAll(/ (uuid|text\[\]|text|timestamptz|boolean|jsonb|smallint)/g, "");

export type WrittenItem = {
  workspaceId: string;
  id: string;
  externalId: string | null;
  channelAccountId: string | null;
  inserted: boolean;
  affected: boolean;
};

/**
 * Writes items. One external id is one row, whatever comes twice: the richer form wins, the ways it was seen are united,
 * and an own send learns the platform's time from its echo. Answers only rows that are new or changed.
 * `rows` must not hold one external id twice.
 */
export async function writeItems(tx: Tx, rows: readonly ItemRow[]): Promise<WrittenItem[]> {
  if (rows.length === 0) return [];
  const { rows: written } = await tx.query<WrittenItem>({
    name: "write-items",
    text: `INSERT INTO items (${names}) SELECT ${names} FROM json_to_recordset($1::json) AS x(${columns})
      ON CONFLICT (workspace_id, channel_account_id, external_id) WHERE external_id IS NOT NULL DO UPDATE SET
        content = CASE WHEN excluded.richness > items.richness AND items.deleted_at IS NULL THEN excluded.content ELSE items.content END,
        waits = CASE WHEN items.waits = 0 OR excluded.richness > items.richness THEN excluded.waits ELSE items.waits END,
        richness = greatest(items.richness, excluded.richness),
        sources = (SELECT array_agg(DISTINCT s ORDER BY s) FROM unnest(items.sources || excluded.sources) AS s),
        sent_at = CASE WHEN items.richness = 3 THEN coalesce(items.sent_at, excluded.occurred_at) ELSE items.sent_at END,
        occurred_at = CASE WHEN items.type = 'event' THEN least(items.occurred_at, excluded.occurred_at) ELSE items.occurred_at END
      WHERE (items.type = 'event' AND excluded.occurred_at < items.occurred_at) OR excluded.richness > items.richness OR NOT items.sources @> excluded.sources OR (items.richness = 3 AND items.sent_at IS NULL)
      RETURNING workspace_id AS "workspaceId", id, external_id AS "externalId", channel_account_id AS "channelAccountId", (xmax = 0) AS inserted,
        direction = 'outbound' OR EXISTS (SELECT 1 FROM message_effects e WHERE e.workspace_id = items.workspace_id
          AND e.channel_account_id = items.channel_account_id AND e.target = items.external_id) AS affected`,
    values: [JSON.stringify(rows)],
  });
  return written;
}
