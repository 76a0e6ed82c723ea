import type { Tx } from "../client/index.ts";

/** Where webhooks come in: the UUID of an account with an app of its own, or the installation's app. */
export type Endpoint = string | "installation";

/** `refused`: what was wrong; null: the handshake was answered. */
export type Knock = { kind: "handshake"; refused: object | null } | { kind: "webhook"; refused: string };

/** Notes what came to a door. Answers the accounts that are being connected behind it: whose screens show it. */
export async function noteKnock(tx: Tx, endpoint: Endpoint, knock: Knock, at: Date): Promise<{ workspaceId: string; id: string }[]> {
  const handshake = knock.kind === "handshake" && knock.refused === null ? at : null;
  const refusedHandshake = knock.kind === "handshake" && knock.refused ? JSON.stringify(knock.refused) : null;
  const refusedWebhook = knock.kind === "webhook" ? knock.refused : null;
  await tx.query(
    `INSERT INTO webhook_knocks AS k (endpoint, handshake_at, refused_handshake, refused_handshake_at, refused_webhook, refused_webhook_at)
     VALUES ($1, $2, $3::jsonb, CASE WHEN $3::jsonb IS NOT NULL THEN $5::timestamptz END, $4::text, CASE WHEN $4::text IS NOT NULL THEN $5::timestamptz END)
     ON CONFLICT (endpoint) DO UPDATE SET handshake_at = coalesce(excluded.handshake_at, k.handshake_at),
       refused_handshake = coalesce(excluded.refused_handshake, k.refused_handshake),
       refused_handshake_at = coalesce(excluded.refused_handshake_at, k.refused_handshake_at),
       refused_webhook = coalesce(excluded.refused_webhook, k.refused_webhook),
       refused_webhook_at = coalesce(excluded.refused_webhook_at, k.refused_webhook_at)`,
    [endpoint, handshake, refusedHandshake, refusedWebhook, at],
  );
  const { rows } = await tx.query<{ workspaceId: string; id: string }>(
    endpoint === "installation"
      ? `SELECT a.workspace_id AS "workspaceId", a.id FROM channel_accounts a JOIN workspaces w ON w.id = a.workspace_id AND w.operator
         WHERE a.state = 'connecting' AND a.app_secret IS NULL AND a.deleted_at IS NULL LIMIT 20`
      : `SELECT workspace_id AS "workspaceId", id FROM channel_accounts WHERE id = $1 AND deleted_at IS NULL`,
    endpoint === "installation" ? [] : [endpoint],
  );
  return rows;
}

/** That the platform takes what we send: the token was accepted, or something has gone out. `a`: a channel account. */
export const sendingProven = `(a.checks @> '[{"name":"access_token","state":"ok"}]' OR (a.last_outbound_at IS NOT NULL AND a.last_error IS NULL))`;

/** A signed webhook came to an account's own endpoint. Whether it is the first one is known already. */
export async function noteFirstWebhook(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE channel_accounts a SET first_webhook_at = $2, state = CASE WHEN a.state = 'connecting' AND ${sendingProven} THEN 'active' ELSE a.state END
     WHERE a.id = $1 AND a.first_webhook_at IS NULL`,
    [id, at],
  );
}

export type ConnectionSigns = {
  state: string;
  ownApp: boolean;
  handshakeAt: Date | null;
  refusedHandshake: { reason: string; start: string; length: number } | null;
  refusedHandshakeAt: Date | null;
  firstWebhookAt: Date | null;
  refusedWebhook: string | null;
  refusedWebhookAt: Date | null;
  checks: { name: string; state: string; detail: string }[];
  lastOutboundAt: Date | null;
  /** Somebody's message through it, if there is one. */
  message: { conversationId: string; at: string } | null;
};

/** How far the connecting of an account has got. What came to the installation's door is told to whoever runs it only. */
export async function readConnectionSigns(tx: Tx, workspaceId: string, id: string): Promise<ConnectionSigns | undefined> {
  const { rows } = await tx.query<ConnectionSigns>(
    `SELECT a.state, a.app_secret IS NOT NULL AS "ownApp", coalesce(k.handshake_at, a.last_handshake_at) AS "handshakeAt",
       k.refused_handshake AS "refusedHandshake", k.refused_handshake_at AS "refusedHandshakeAt", a.first_webhook_at AS "firstWebhookAt",
       k.refused_webhook AS "refusedWebhook", k.refused_webhook_at AS "refusedWebhookAt", a.checks, a.last_outbound_at AS "lastOutboundAt",
       (SELECT json_build_object('conversationId', i.conversation_id, 'at', i.received_at) FROM items i
        WHERE i.workspace_id = a.workspace_id AND i.channel_account_id = a.id AND i.type = 'message' AND i.direction = 'inbound' LIMIT 1) AS message
     FROM channel_accounts a JOIN workspaces w ON w.id = a.workspace_id
       LEFT JOIN webhook_knocks k ON k.endpoint = CASE WHEN a.app_secret IS NOT NULL THEN a.id::text WHEN w.operator THEN 'installation' END
     WHERE a.workspace_id = $1 AND a.id = $2 AND a.deleted_at IS NULL`,
    [workspaceId, id],
  );
  return rows[0];
}
