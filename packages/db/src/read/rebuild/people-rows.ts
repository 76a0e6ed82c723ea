import type { IdentityKey } from "@onethread/core";
import type { Tx } from "../../client/index.ts";

export type PersonRecord = {
  id: string;
  customerId: string;
  personId: string;
  key: IdentityKey;
  /** The name platforms told with messages, when, and with which. */
  fields: Record<string, unknown>;
};

const columns = `n.id, n.customer_id AS "customerId", n.person_id AS "personId", n.kind, n.scope, n.value,
  jsonb_build_object('name', md5(n.display_name), 'nameAt', n.display_name_at, 'nameFrom', md5(n.display_name_ref)) AS fields`;
type Raw = Omit<PersonRecord, "key"> & IdentityKey;
const toRecord = ({ kind, scope, value, ...row }: Raw): PersonRecord => ({ ...row, key: { kind, scope, value } });

/** A page of proven identities, by id. */
export async function readIdentityPage(tx: Tx, workspaceId: string, after: string | null, limit: number): Promise<PersonRecord[]> {
  const { rows } = await tx.query<Raw>(
    `SELECT ${columns} FROM identities n WHERE n.workspace_id = $1 AND n.strength = 'proven' AND n.id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') ORDER BY n.id LIMIT $3`,
    [workspaceId, after, limit],
  );
  return rows.map(toRecord);
}

export async function readIdentitiesOf(tx: Tx, workspaceId: string, customerIds: readonly string[]): Promise<PersonRecord[]> {
  const { rows } = await tx.query<Raw>(
    `SELECT ${columns} FROM identities n WHERE n.workspace_id = $1 AND n.strength = 'proven' AND n.customer_id = ANY($2::uuid[]) ORDER BY n.id`,
    [workspaceId, customerIds],
  );
  return rows.map(toRecord);
}

export async function findPeople(tx: Tx, workspaceId: string, keys: readonly IdentityKey[]): Promise<PersonRecord[]> {
  const { rows } = await tx.query<Raw>(
    `SELECT ${columns} FROM unnest($2::text[], $3::text[], $4::text[]) AS k(kind, scope, value)
     JOIN identities n ON n.workspace_id = $1 AND n.kind = k.kind AND n.scope = k.scope AND n.value = k.value AND n.strength = 'proven'`,
    [workspaceId, keys.map((key) => key.kind), keys.map((key) => key.scope), keys.map((key) => key.value)],
  );
  return rows.map(toRecord);
}

/** A customer with what is kept of its conversation, and whether that agrees with itself. */
export type CustomerRecord = {
  id: string;
  name: string | null;
  givenName: string | null;
  merged: boolean;
  conversationId: string;
  status: string;
  waitingOn: string | null;
  waitingSince: string | null;
  waitingFloor: string | null;
  /** A person closed, woke, assigned, merged or took a merge back: how the case stands is theirs to say. */
  touched: boolean;
  /** Exactly the open case is the conversation's case, and an open conversation has one. */
  caseFits: boolean;
  /** The newest message or note is what lists show. */
  lastFits: boolean;
};

/** A page of customers, by id. What was merged away shows nothing. */
export async function readCustomerRows(tx: Tx, workspaceId: string, after: string | null, limit: number): Promise<CustomerRecord[]> {
  const { rows } = await tx.query<CustomerRecord>(
    `SELECT c.id, c.name, c.given_name AS "givenName", c.merged_into IS NOT NULL AS merged, v.id AS "conversationId", v.status, v.waiting_on AS "waitingOn",
       to_json(v.waiting_since) #>> '{}' AS "waitingSince", to_json(v.waiting_floor) #>> '{}' AS "waitingFloor",
       EXISTS (SELECT 1 FROM items i WHERE i.workspace_id = v.workspace_id AND i.conversation_id = v.id AND i.type = 'event' AND i.identity_id IS NULL) AS touched,
       (v.case_id IS NULL) = (v.status = 'done') AND v.case_id IS NOT DISTINCT FROM open.id AND open.count <= 1 AS "caseFits",
       v.last_message_id IS NOT DISTINCT FROM l.id AS "lastFits"
     FROM (SELECT * FROM customers WHERE workspace_id = $1 AND id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') ORDER BY id LIMIT $3) c
     JOIN conversations v ON v.workspace_id = c.workspace_id AND v.customer_id = c.id
     LEFT JOIN LATERAL (SELECT (array_agg(k.id))[1] AS id, count(*) AS count FROM cases k WHERE k.workspace_id = v.workspace_id AND k.conversation_id = v.id AND k.closed_at IS NULL) open ON true
     LEFT JOIN LATERAL (SELECT i.id FROM items i WHERE i.workspace_id = v.workspace_id AND i.conversation_id = v.id AND i.type IN ('message', 'note')
       ORDER BY i.occurred_at DESC, i.seq DESC LIMIT 1) l ON true
     ORDER BY c.id`,
    [workspaceId, after, limit],
  );
  return rows;
}

/** Whose turn it is with a customer by its items; `floor`: what occurred until then makes nobody wait any more. */
export type Turn = { customerId: string; status: string; sent: boolean; waitingOn: string | null; waitingSince: string | null };

export async function readTurns(tx: Tx, workspaceId: string, wanted: readonly { customerId: string; floor: string | null }[]): Promise<Turn[]> {
  const { rows } = await tx.query<Turn>(
    `SELECT "customerId", status, sent, "waitingOn", to_json(since) #>> '{}' AS "waitingSince" FROM (
       SELECT t."customerId", v.status, EXISTS (SELECT 1 FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = v.id AND i.richness = 3) AS sent,
         CASE WHEN w.at IS NOT NULL THEN 'us' WHEN a.at > coalesce(t.floor, '-infinity') THEN 'customer' END AS "waitingOn",
         CASE WHEN w.at IS NOT NULL THEN w.at WHEN a.at > coalesce(t.floor, '-infinity') THEN a.at END AS since
       FROM json_to_recordset($2::json) AS t("customerId" uuid, floor timestamptz)
       JOIN conversations v ON v.workspace_id = $1 AND v.customer_id = t."customerId"
       LEFT JOIN LATERAL (SELECT max(i.occurred_at) AS at FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = v.id AND i.waits = -1) a ON true
       LEFT JOIN LATERAL (SELECT min(i.occurred_at) AS at FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = v.id AND i.waits = 1
         AND i.occurred_at > coalesce(greatest(a.at, t.floor), '-infinity')) w ON true) x`,
    [workspaceId, JSON.stringify(wanted)],
  );
  return rows;
}

/** The name each customer should show by what is kept of its identities; a person's word goes before it. */
export async function readShownNames(tx: Tx, workspaceId: string, customerIds: readonly string[]): Promise<{ customerId: string; name: string }[]> {
  const { rows } = await tx.query<{ customerId: string; name: string }>(
    `SELECT DISTINCT ON (n.customer_id) n.customer_id AS "customerId", coalesce(n.display_name, n.profile_name, n.username) AS name FROM identities n
     WHERE n.workspace_id = $1 AND n.customer_id = ANY($2::uuid[]) AND coalesce(n.display_name, n.profile_name, n.username) IS NOT NULL
     ORDER BY n.customer_id, n.display_name_at DESC NULLS LAST, n.display_name_ref DESC, n.created_at`,
    [workspaceId, customerIds],
  );
  return rows;
}

/** Workspaces there are. */
export async function readWorkspaceIds(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>("SELECT id FROM workspaces ORDER BY id");
  return rows.map((row) => row.id);
}
