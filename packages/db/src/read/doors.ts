import type { Channel, IdentityKind } from "@onethread/core";
import { type Tx, templateScope } from "../client/index.ts";

/** A person on a channel together with one of the workspace's accounts there, with what decides whether one may write. */
export type DoorRow = {
  personId: string;
  channel: Channel;
  channelAccountId: string;
  channelAccountName: string;
  accountExternalId: string;
  accountState: "connecting" | "active" | "degraded" | "disabled";
  flavour: "instagram_login" | "page" | null;
  accessToken: Buffer | null;
  lastErrorClass: string | null;
  /** Whose templates can be sent here: the WABA's or the Page's id. */
  templateScope: string;
  /** Whom a message is addressed to: on WhatsApp the current phone, else the business-scoped id. */
  identityId: string;
  identityIds: string[];
  kind: IdentityKind;
  value: string;
  displayName: string | null;
  lastInboundAt: Date | null;
  /** Web chat only: when one of the visitor's pages last came by. */
  lastSeenAt: Date | null;
  heldBy: string | null;
  marketing: "granted" | "withdrawn" | null;
  marketingAt: Date | null;
  freeUntil: Date | null;
  cappedUntil: Date | null;
  /** What the platform said of the account: it lets nothing out, until when. */
  blockedReason: string | null;
  blockedUntil: Date | null;
};

export async function readDoors(tx: Tx, workspaceId: string, conversationId: string): Promise<DoorRow[]> {
  const { rows } = await tx.query<DoorRow>({
    name: "read-doors",
    text: `WITH people AS (
        SELECT n.* FROM conversations v JOIN identities n ON n.workspace_id = v.workspace_id AND n.customer_id = v.customer_id AND n.strength = 'proven'
        WHERE v.workspace_id = $1 AND v.id = $2
      ), reachable AS (
        SELECT a.id AS account_id, n.person_id, n.id, n.kind, n.scope, n.value, n.display_name, n.username,
          -- The address a person uses now: not left, or used again since; of several the one used last.
          rank() OVER (ORDER BY coalesce(n.left_at >= coalesce(n.used_at, '-infinity'), false), n.used_at DESC NULLS LAST, n.value) AS freshness,
          CASE n.kind WHEN 'wa_phone' THEN 1 WHEN 'wa_bsuid' THEN 2 ELSE 3 END AS rank
        FROM people n JOIN channel_accounts a ON a.workspace_id = n.workspace_id AND a.deleted_at IS NULL AND (
          (a.channel = 'whatsapp' AND n.kind = 'wa_phone') OR
          (a.channel = 'whatsapp' AND n.kind IN ('wa_bsuid', 'wa_bsuid_parent') AND n.scope = coalesce(a.settings ->> 'portfolioId', a.settings ->> 'wabaId')) OR
          (a.channel = 'messenger' AND n.kind IN ('psid', 'user_ref') AND n.scope = a.external_id) OR
          (a.channel = 'instagram' AND n.kind = 'igsid' AND n.scope = a.external_id) OR
          (a.channel = 'webchat' AND n.kind = 'visitor' AND n.scope = a.external_id))
      ), one AS (
        SELECT r.account_id, r.person_id, array_agg(r.id ORDER BY r.rank, r.freshness) AS ids,
          (array_agg(r.kind ORDER BY r.rank, r.freshness))[1] AS kind, (array_agg(r.value ORDER BY r.rank, r.freshness))[1] AS value,
          (array_agg(coalesce(r.username, r.display_name) ORDER BY r.rank, r.freshness) FILTER (WHERE coalesce(r.username, r.display_name) IS NOT NULL))[1] AS display_name,
          max(d.last_inbound_at) AS last_inbound_at, max(d.seen_at) AS seen_at, max(d.free_until) AS free_until, max(d.capped_until) AS capped_until,
          (array_agg(d.held_by ORDER BY d.held_at DESC NULLS LAST))[1] AS held_by, (array_agg(d.marketing ORDER BY d.marketing_at DESC NULLS LAST))[1] AS marketing, max(d.marketing_at) AS marketing_at
        FROM reachable r LEFT JOIN doors d ON d.workspace_id = $1 AND d.channel_account_id = r.account_id AND d.address = r.kind || '|' || r.scope || '|' || r.value
        GROUP BY 1, 2
      )
      SELECT o.person_id AS "personId", a.channel, a.id AS "channelAccountId", a.name AS "channelAccountName", a.external_id AS "accountExternalId",
        a.state AS "accountState", a.settings ->> 'flavour' AS flavour, a.access_token AS "accessToken", a.last_error ->> 'class' AS "lastErrorClass",
        ${templateScope("a")} AS "templateScope",
        o.ids[1] AS "identityId", o.ids AS "identityIds", o.kind, o.value, o.display_name AS "displayName", o.last_inbound_at AS "lastInboundAt", o.seen_at AS "lastSeenAt", o.held_by AS "heldBy", o.marketing, o.marketing_at AS "marketingAt", o.free_until AS "freeUntil", o.capped_until AS "cappedUntil",
        a.blocked_reason AS "blockedReason", a.blocked_until AS "blockedUntil"
      FROM one o JOIN channel_accounts a ON a.workspace_id = $1 AND a.id = o.account_id
      ORDER BY o.last_inbound_at DESC NULLS LAST, a.created_at, o.person_id`,
    values: [workspaceId, conversationId],
  });
  return rows;
}
