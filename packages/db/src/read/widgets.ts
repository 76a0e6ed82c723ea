import type { Database, Tx } from "../client/index.ts";
import { forEntrance } from "../client/index.ts";

export type SigningKeyRow = {
  id: string;
  algorithm: "HS256" | "ES256" | "RS256";
  secret: Buffer | null;
  publicKey: string | null;
  createdAt: Date;
  usedAt: Date | null;
};

/** A widget as its visitors' requests need it. `settings` as they were saved. */
export type WidgetRow = {
  workspaceId: string;
  /** Its channel account's. */
  id: string;
  key: string;
  name: string;
  allowedOrigins: string[];
  settings: Record<string, unknown>;
  updatedAt: Date;
  signingKeys: SigningKeyRow[];
};

const widgetColumns = `a.workspace_id AS "workspaceId", a.id, a.external_id AS key, a.name, w.allowed_origins AS "allowedOrigins", w.settings, w.updated_at AS "updatedAt"`;

/** The widget of a public key, unless it is switched off or disconnected. */
export async function readWidgetByKey(database: Database, key: string): Promise<WidgetRow | null> {
  return forEntrance(database, async (tx) => {
    const { rows } = await tx.query<Omit<WidgetRow, "signingKeys">>({
      name: "read-widget-by-key",
      text: `SELECT ${widgetColumns} FROM channel_accounts a JOIN widgets w ON w.workspace_id = a.workspace_id AND w.channel_account_id = a.id
        WHERE a.channel = 'webchat' AND a.external_id = $1 AND a.deleted_at IS NULL AND a.state <> 'disabled'`,
      values: [key],
    });
    const [row] = rows;
    return row ? { ...row, signingKeys: await readSigningKeys(tx, row.workspaceId, row.id) } : null;
  });
}

/** A workspace's widget by its channel account. */
export async function readWidget(tx: Tx, workspaceId: string, channelAccountId: string): Promise<WidgetRow | null> {
  const { rows } = await tx.query<Omit<WidgetRow, "signingKeys">>(
    `SELECT ${widgetColumns} FROM channel_accounts a JOIN widgets w ON w.workspace_id = a.workspace_id AND w.channel_account_id = a.id
     WHERE a.workspace_id = $1 AND a.id = $2 AND a.deleted_at IS NULL`,
    [workspaceId, channelAccountId],
  );
  const [row] = rows;
  return row ? { ...row, signingKeys: await readSigningKeys(tx, workspaceId, channelAccountId) } : null;
}

async function readSigningKeys(tx: Tx, workspaceId: string, channelAccountId: string): Promise<SigningKeyRow[]> {
  const { rows } = await tx.query<SigningKeyRow>({
    name: "read-signing-keys",
    text: `SELECT id, algorithm, secret, public_key AS "publicKey", created_at AS "createdAt", used_at AS "usedAt" FROM widget_signing_keys
      WHERE workspace_id = $1 AND channel_account_id = $2 ORDER BY created_at DESC, id`,
    values: [workspaceId, channelAccountId],
  });
  return rows;
}

/** How long, at the median, a customer's first words of a case wait for a person; null: too few to say. Milliseconds. */
export async function readReplyTime(tx: Tx, workspaceId: string, now: Date): Promise<number | null> {
  const { rows } = await tx.query<{ cases: number; ms: number | null }>(
    `WITH latest AS (
       SELECT id, conversation_id, opened_at FROM cases WHERE workspace_id = $1 AND opened_at > $2::timestamptz - interval '14 days' ORDER BY opened_at DESC LIMIT 200
     ), waits AS (
       SELECT extract(epoch FROM answer.at - asked.at) * 1000 AS ms FROM latest c
       CROSS JOIN LATERAL (SELECT i.occurred_at AS at FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = c.conversation_id
         AND i.occurred_at >= c.opened_at - interval '1 minute' AND i.direction = 'inbound' AND i.waits = 1 ORDER BY i.occurred_at LIMIT 1) asked
       CROSS JOIN LATERAL (SELECT i.occurred_at AS at FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = c.conversation_id
         AND i.occurred_at > asked.at AND i.direction = 'outbound' AND i.author_type = 'agent' ORDER BY i.occurred_at LIMIT 1) answer
     ) SELECT count(*)::int AS cases, (percentile_cont(0.5) WITHIN GROUP (ORDER BY ms))::float8 AS ms FROM waits`,
    [workspaceId, now],
  );
  const [row] = rows;
  return row && row.cases >= 5 ? row.ms : null;
}

export type WidgetSightingRow = { origin: string; path: string | null; lineAt: Date | null; frameAt: Date | null; seenAt: Date };

/** Where a widget has been seen running, the latest first. */
export async function readWidgetSightings(tx: Tx, workspaceId: string, channelAccountId: string): Promise<WidgetSightingRow[]> {
  const { rows } = await tx.query<WidgetSightingRow>(
    `SELECT origin, path, line_at AS "lineAt", frame_at AS "frameAt", seen_at AS "seenAt" FROM widget_sightings
     WHERE workspace_id = $1 AND channel_account_id = $2 ORDER BY seen_at DESC, origin`,
    [workspaceId, channelAccountId],
  );
  return rows;
}
