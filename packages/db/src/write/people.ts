import type { IdentityKey, KnownIdentity, NewIdentity } from "@onethread/core";
import { identityKeyText } from "@onethread/core";
import type { Tx } from "../client/index.ts";

export type WorkspaceKey = { workspaceId: string; key: IdentityKey };
export const workspaceKeyText = ({ workspaceId, key }: WorkspaceKey): string => `${workspaceId}/${identityKeyText(key)}`;

/** The name of a message at its platform: whoever writes it and whoever writes what happens to it take turns. */
export const messageName = (channelAccountId: string, externalId: string): string => `${channelAccountId}/message/${externalId}`;

/**
 * Keeps others off these names until the transaction ends. Locks are taken in one order (by their number), so that two
 * drains, or a drain and a merge, wait for each other rather than for ever.
 */
export async function lockNames(tx: Tx, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await tx.query({
    name: "lock-names",
    text: `SELECT pg_advisory_xact_lock(key) FROM (
        SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest($1::text[]) AS name ORDER BY 1) AS keys`,
    values: [names],
  });
}

export type IdentityRow = KnownIdentity & { workspaceId: string; key: IdentityKey };

/** The proven identities behind keys. */
export async function findIdentities(tx: Tx, keys: readonly WorkspaceKey[]): Promise<IdentityRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await tx.query<{
    workspaceId: string;
    id: string;
    customerId: string;
    personId: string;
    kind: string;
    scope: string;
    value: string;
  }>({
    name: "find-identities",
    text: `SELECT i.workspace_id AS "workspaceId", i.id, i.customer_id AS "customerId", i.person_id AS "personId", i.kind, i.scope, i.value
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS k(workspace_id, kind, scope, value)
      -- Lateral and limited, so that each key is looked up in the index, whatever the planner believes about the table.
      CROSS JOIN LATERAL (
        SELECT n.* FROM identities n WHERE n.workspace_id = k.workspace_id AND n.kind = k.kind AND n.scope = k.scope AND n.value = k.value AND n.strength = 'proven' LIMIT 1) i`,
    values: [keys.map((one) => one.workspaceId), keys.map((one) => one.key.kind), keys.map((one) => one.key.scope), keys.map((one) => one.key.value)],
  });
  return rows.map(({ kind, scope, value, ...row }) => ({ ...row, key: { kind, scope, value } as IdentityKey }));
}

/** Locks customers in the order of their ids. Answers which of them have been merged away meanwhile. */
export async function lockCustomers(tx: Tx, ids: readonly string[]): Promise<{ merged: boolean }> {
  if (ids.length === 0) return { merged: false };
  const { rows } = await tx.query<{ merged_into: string | null }>({
    name: "lock-customers",
    text: "SELECT merged_into FROM customers WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE",
    values: [ids],
  });
  return { merged: rows.some((row) => row.merged_into !== null) };
}

export type ConversationHead = { workspaceId: string; id: string; customerId: string; caseId: string | null; status: string };

export async function findConversations(tx: Tx, customerIds: readonly string[]): Promise<ConversationHead[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await tx.query<ConversationHead>({
    name: "find-conversations",
    text: `SELECT workspace_id AS "workspaceId", id, customer_id AS "customerId", case_id AS "caseId", status
      FROM conversations WHERE (workspace_id, customer_id) IN (SELECT c.workspace_id, c.id FROM customers c WHERE c.id = ANY($1::uuid[]))`,
    values: [customerIds],
  });
  return rows;
}

export type NewCustomer = { workspaceId: string; id: string; conversationId: string; createdAt: Date };
export type IdentityToInsert = NewIdentity & { workspaceId: string; channelAccountId: string | null; createdAt: Date };

/** Writes new customers, each with its conversation, and their identities, in one statement. */
export async function insertPeople(tx: Tx, customers: readonly NewCustomer[], identities: readonly IdentityToInsert[]): Promise<void> {
  if (customers.length === 0 && identities.length === 0) return;
  await tx.query({
    name: "insert-people",
    text: `WITH c AS (
        INSERT INTO customers (workspace_id, id, created_at, last_seen_at)
        SELECT workspace_id, id, created_at, created_at FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) AS x(workspace_id, id, conversation_id, created_at)
      ), v AS (
        INSERT INTO conversations (workspace_id, id, customer_id, last_activity_at, created_at, label_ids, channels)
        SELECT workspace_id, conversation_id, id, created_at, created_at, '{}', '{}' FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) AS x(workspace_id, id, conversation_id, created_at)
      )
      INSERT INTO identities (workspace_id, id, kind, scope, value, strength, customer_id, person_id, channel_account_id, created_at)
      SELECT workspace_id, id, kind, scope, value, 'proven', customer_id, person_id, channel_account_id, created_at
      FROM unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::uuid[], $11::uuid[], $12::uuid[], $13::timestamptz[])
        AS x(workspace_id, id, kind, scope, value, customer_id, person_id, channel_account_id, created_at)`,
    values: [
      customers.map((one) => one.workspaceId),
      customers.map((one) => one.id),
      customers.map((one) => one.conversationId),
      customers.map((one) => one.createdAt),
      identities.map((one) => one.workspaceId),
      identities.map((one) => one.id),
      identities.map((one) => one.key.kind),
      identities.map((one) => one.key.scope),
      identities.map((one) => one.key.value),
      identities.map((one) => one.customerId),
      identities.map((one) => one.personId),
      identities.map((one) => one.channelAccountId),
      identities.map((one) => one.createdAt),
    ],
  });
}

export async function joinPersons(tx: Tx, pairs: readonly { workspaceId: string; from: string; to: string }[]): Promise<void> {
  for (const { workspaceId, from, to } of pairs) {
    await tx.query("UPDATE identities SET person_id = $3 WHERE workspace_id = $1 AND person_id = $2", [workspaceId, from, to]);
  }
}

export type SeenName = {
  workspaceId: string;
  identityId: string;
  customerId: string;
  name: string | null;
  username: string | null;
  at: Date;
  ref: string;
};

/** Keeps the newest name a platform told, by (time, external id). `refreshCustomers` brings what is shown in step. */
export async function noteNames(tx: Tx, seen: readonly SeenName[]): Promise<void> {
  if (seen.every((s) => s.name === null)) return;
  await tx.query({
    name: "note-names",
    text: `UPDATE identities i SET display_name = s.name, display_name_at = s.at, display_name_ref = s.ref, username = coalesce(s.username, i.username)
      FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[]) AS s(workspace_id, id, name, username, at, ref)
      WHERE i.workspace_id = s.workspace_id AND i.id = s.id AND s.name IS NOT NULL
        AND (i.display_name_at IS NULL OR (s.at, s.ref) > (i.display_name_at, i.display_name_ref))`,
    values: [
      seen.map((s) => s.workspaceId),
      seen.map((s) => s.identityId),
      seen.map((s) => s.name),
      seen.map((s) => s.username),
      seen.map((s) => s.at),
      seen.map((s) => s.ref),
    ],
  });
}

export type ContactName = { workspaceId: string; identityId: string; name: string | null; at: Date };

/** Keeps what the business' own contact book calls people; it counts where the platform told no name. */
export async function noteContactNames(tx: Tx, names: readonly ContactName[]): Promise<void> {
  if (names.length === 0) return;
  await tx.query({
    name: "note-contact-names",
    text: `UPDATE identities i SET profile_name = n.name, profile_checked_at = n.at
      FROM (SELECT DISTINCT ON (workspace_id, id) * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) AS x(workspace_id, id, name, at)
        ORDER BY workspace_id, id, at DESC, name) n
      WHERE i.workspace_id = n.workspace_id AND i.id = n.id AND (i.profile_checked_at IS NULL OR n.at > i.profile_checked_at)`,
    values: [names.map((one) => one.workspaceId), names.map((one) => one.identityId), names.map((one) => one.name), names.map((one) => one.at)],
  });
}

export type AddressUse = WorkspaceKey & { usedAt: Date | null; leftAt: Date | null };

/** Keeps when people last used an address and when they left it: which of several is theirs now follows from both. */
export async function noteAddresses(tx: Tx, uses: readonly AddressUse[]): Promise<void> {
  if (uses.length === 0) return;
  await tx.query({
    name: "note-addresses",
    text: `UPDATE identities i SET used_at = greatest(i.used_at, u.used_at), left_at = greatest(i.left_at, u.left_at)
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[]) AS u(workspace_id, kind, scope, value, used_at, left_at)
      WHERE i.workspace_id = u.workspace_id AND i.kind = u.kind AND i.scope = u.scope AND i.value = u.value AND i.strength = 'proven'
        AND (u.used_at > coalesce(i.used_at, '-infinity') OR u.left_at > coalesce(i.left_at, '-infinity'))`,
    values: [
      uses.map((one) => one.workspaceId),
      uses.map((one) => one.key.kind),
      uses.map((one) => one.key.scope),
      uses.map((one) => one.key.value),
      uses.map((one) => one.usedAt),
      uses.map((one) => one.leftAt),
    ],
  });
}

/** Recomputes the shown name from what people and platforms said, and moves last-seen forward. */
export async function refreshCustomers(
  tx: Tx,
  customers: readonly { workspaceId: string; customerId: string; seenAt: Date | null }[],
): Promise<void> {
  const newest = new Map<string, { workspaceId: string; customerId: string; seenAt: Date | null }>();
  for (const one of customers) {
    const other = newest.get(one.customerId);
    if (!other || (one.seenAt && (!other.seenAt || one.seenAt > other.seenAt))) newest.set(one.customerId, one);
  }
  const rows = [...newest.values()];
  if (rows.length === 0) return;
  await tx.query({
    name: "refresh-customers",
    text: `UPDATE customers c SET last_seen_at = s.seen_at, name = s.name
      FROM (
        SELECT o.workspace_id, o.id, greatest(o.last_seen_at, x.seen_at) AS seen_at, coalesce(o.given_name, (
          SELECT coalesce(i.display_name, i.profile_name, i.username) FROM identities i
          WHERE i.workspace_id = o.workspace_id AND i.customer_id = o.id AND coalesce(i.display_name, i.profile_name, i.username) IS NOT NULL
          ORDER BY i.display_name_at DESC NULLS LAST, i.display_name_ref DESC, i.created_at LIMIT 1)) AS name
        FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS x(workspace_id, id, seen_at)
        JOIN customers o ON o.workspace_id = x.workspace_id AND o.id = x.id) AS s
      WHERE c.workspace_id = s.workspace_id AND c.id = s.id AND (c.last_seen_at, c.name) IS DISTINCT FROM (s.seen_at, s.name)`,
    values: [rows.map((r) => r.workspaceId), rows.map((r) => r.customerId), rows.map((r) => r.seenAt)],
  });
}

/** Pairs of customers never to be joined, among these workspaces, as `a|b`. Rare enough to read whole per customer. */
export async function findNeverPairs(tx: Tx, customerIds: readonly string[]): Promise<{ workspaceId: string; a: string; b: string }[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await tx.query<{ workspaceId: string; a: string; b: string }>({
    name: "find-never-pairs",
    text: `SELECT n.workspace_id AS "workspaceId", coalesce(a.merged_into, a.id) AS a, coalesce(b.merged_into, b.id) AS b
      FROM (SELECT * FROM never_pairs WHERE workspace_id IN (SELECT workspace_id FROM customers WHERE id = ANY($1::uuid[])) OFFSET 0) n
      JOIN customers a ON a.workspace_id = n.workspace_id AND a.id = n.customer_a
      JOIN customers b ON b.workspace_id = n.workspace_id AND b.id = n.customer_b
      WHERE coalesce(a.merged_into, a.id) = ANY($1::uuid[]) AND coalesce(b.merged_into, b.id) = ANY($1::uuid[])`,
    values: [customerIds],
  });
  return rows;
}

export type ProfileToAsk = {
  workspaceId: string;
  identityId: string;
  customerId: string;
  kind: string;
  value: string;
  channel: string;
  flavour: "instagram_login" | "page" | null;
  channelAccountId: string;
  accessToken: Buffer;
};

/** A profile is asked for again after a day at the earliest. Milliseconds. */
const profileAgeMs = 24 * 60 * 60_000;

/**
 * People nobody has asked the platform about yet, and those it was asked about more than a day ago who have written
 * since. Claims them: a platform that does not answer is not asked again at once.
 */
export async function claimProfiles(tx: Tx, now: Date, limit: number): Promise<ProfileToAsk[]> {
  const { rows } = await tx.query<ProfileToAsk>(
    `WITH strangers AS (
       SELECT n.workspace_id, n.id FROM identities n WHERE n.profile_checked_at IS NULL AND n.kind IN ('igsid', 'psid') AND EXISTS (SELECT 1 FROM channel_accounts a WHERE a.workspace_id = n.workspace_id AND a.id = n.channel_account_id AND a.access_token IS NOT NULL AND a.deleted_at IS NULL)
       ORDER BY n.created_at LIMIT $2 FOR UPDATE OF n SKIP LOCKED
     ), acquaintances AS (
       SELECT n.workspace_id, n.id FROM identities n JOIN customers c ON c.workspace_id = n.workspace_id AND c.id = n.customer_id
         AND c.last_seen_at > n.profile_checked_at + interval '1 day'
       WHERE n.profile_checked_at < $3 AND n.kind IN ('igsid', 'psid') AND EXISTS (SELECT 1 FROM channel_accounts a WHERE a.workspace_id = n.workspace_id AND a.id = n.channel_account_id AND a.access_token IS NOT NULL AND a.deleted_at IS NULL)
       ORDER BY n.profile_checked_at LIMIT $2 FOR UPDATE OF n SKIP LOCKED
     ), wanted AS (
       SELECT * FROM strangers UNION SELECT * FROM acquaintances
     ), claimed AS (
       UPDATE identities i SET profile_checked_at = $1 FROM wanted w WHERE i.workspace_id = w.workspace_id AND i.id = w.id RETURNING i.*)
     SELECT n.workspace_id AS "workspaceId", n.id AS "identityId", n.customer_id AS "customerId", n.kind, n.value, a.channel, a.settings ->> 'flavour' AS flavour,
       a.id AS "channelAccountId", a.access_token AS "accessToken"
     FROM claimed n JOIN channel_accounts a ON a.workspace_id = n.workspace_id AND a.id = n.channel_account_id`,
    [now, limit, new Date(now.getTime() - profileAgeMs)],
  );
  return rows;
}

export async function saveProfile(
  tx: Tx,
  profile: { workspaceId: string; identityId: string; name: string | null; username: string | null },
): Promise<void> {
  const { rows } = await tx.query<{ customer_id: string }>(
    "UPDATE identities SET profile_name = coalesce($3, profile_name), username = coalesce($4, username) WHERE workspace_id = $1 AND id = $2 RETURNING customer_id",
    [profile.workspaceId, profile.identityId, profile.name, profile.username],
  );
  if (rows[0]) await refreshCustomers(tx, [{ workspaceId: profile.workspaceId, customerId: rows[0].customer_id, seenAt: null }]);
}

/** Keeps where a customer's picture is stored and where it can be looked at. */
export async function savePicture(tx: Tx, picture: { workspaceId: string; customerId: string; key: string; url: string }): Promise<void> {
  await tx.query("UPDATE customers SET avatar_key = $3, avatar_url = $4 WHERE workspace_id = $1 AND id = $2", [
    picture.workspaceId,
    picture.customerId,
    picture.key,
    picture.url,
  ]);
}
