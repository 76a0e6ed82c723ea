import type { Tx } from "../client/index.ts";

/** What a platform said about an account. Times ISO 8601. */
export type ChannelLogRow = {
  workspace_id: string;
  channel_account_id: string;
  event_id: string;
  path: string;
  position: number;
  scope: string | null;
  occurred_at: string;
  received_at: string;
  code: string;
  level: string;
  data: unknown;
};

/** Keeps what platforms said about accounts. The same item of the same webhook is one entry. */
export async function addToChannelLog(tx: Tx, rows: readonly ChannelLogRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: "add-to-channel-log",
    text: `INSERT INTO channel_log (workspace_id, channel_account_id, event_id, path, position, scope, occurred_at, received_at, code, level, data)
      SELECT * FROM json_to_recordset($1::json) AS x(workspace_id uuid, channel_account_id uuid, event_id uuid, path text, position smallint, scope text,
        occurred_at timestamptz, received_at timestamptz, code text, level text, data jsonb)
      ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(rows)],
  });
}

/** Which account a word is about: the one named, or every number of its WABA. */
export type AccountScope = { workspaceId: string; id: string; wabaId: string | null };
export type AccountBlock = AccountScope & { reason: string | null; until: Date | null; at: Date };

/** Blocks accounts, or lets them go on, as the newest word of the platform says. */
export async function blockAccount(tx: Tx, block: AccountBlock): Promise<void> {
  await tx.query(
    `UPDATE channel_accounts SET blocked_reason = $3::text, blocked_until = $4::timestamptz, blocked_at = $5::timestamptz
     WHERE workspace_id = $1 AND (id = $2 OR (channel = 'whatsapp' AND settings ->> 'wabaId' = $6::text))
       AND (blocked_at IS NULL OR ($5::timestamptz, $3::text IS NOT NULL) > (blocked_at, blocked_reason IS NOT NULL))`,
    [block.workspaceId, block.id, block.reason, block.until, block.at, block.wabaId],
  );
}

/** `phone`: digits of the number the facts are about, where the platform names it that way; null: all numbers of the WABA. */
export type AccountFacts = AccountScope & { phone: string | null; facts: Record<string, string | null>; at: Date };

/** Facts about accounts; each has its own time, and the newest word on each counts. */
export async function noteAccountFacts(tx: Tx, { workspaceId, id, wabaId, phone, facts, at }: AccountFacts): Promise<void> {
  const dated = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value, at: at.toISOString() }]));
  await tx.query(
    `UPDATE channel_accounts a SET platform_facts = a.platform_facts || coalesce((
       SELECT jsonb_object_agg(f.key, f.value) FROM jsonb_each($3::jsonb) AS f
       WHERE a.platform_facts -> f.key IS NULL
         OR (f.value ->> 'at', f.value ->> 'value') > (a.platform_facts -> f.key ->> 'at', a.platform_facts -> f.key ->> 'value')), '{}')
     WHERE a.workspace_id = $1 AND (a.id = $2 OR (a.channel = 'whatsapp' AND a.settings ->> 'wabaId' = $4::text))
       AND ($5::text IS NULL OR regexp_replace(a.settings ->> 'displayPhoneNumber', '\\D', '', 'g') = $5)`,
    [workspaceId, id, JSON.stringify(dated), wabaId, phone],
  );
}
