import type { Tx } from "../client/index.ts";

export type VisitorSessionRow = {
  id: string;
  visitor: string;
  externalId: string | null;
  /** What the business' server signed of them: `name` and plain facts. */
  person: SignedPerson | null;
  generation: number;
  renewalHash: Buffer;
  rotatedAt: Date | null;
  wroteAt: Date | null;
  expiresAt: Date;
  endedAt: Date | null;
};
export type SignedPerson = { name: string | null; facts: Record<string, string | number | boolean | null> };
type Place = { workspaceId: string; channelAccountId: string };
export type NewVisitorSession = Place & { id: string; visitor: string; renewalHash: Buffer; at: Date; expiresAt: Date };

const columns = `id, visitor, external_id AS "externalId", person, generation, renewal_hash AS "renewalHash", rotated_at AS "rotatedAt", wrote_at AS "wroteAt",
  expires_at AS "expiresAt", ended_at AS "endedAt"`;

export async function findVisitorSession(tx: Tx, place: Place, id: string): Promise<VisitorSessionRow | null> {
  const { rows } = await tx.query<VisitorSessionRow>({
    name: "find-visitor-session",
    text: `SELECT ${columns} FROM visitor_sessions WHERE workspace_id = $1 AND channel_account_id = $2 AND id = $3`,
    values: [place.workspaceId, place.channelAccountId, id],
  });
  return rows[0] ?? null;
}

/** Keeps a session from its first word on. Answers it as it stands, with who it is signed to be by now. */
export async function noteVisitorWrote(tx: Tx, session: NewVisitorSession): Promise<VisitorSessionRow> {
  const { rows } = await tx.query<VisitorSessionRow>({
    name: "note-visitor-wrote",
    text: `INSERT INTO visitor_sessions AS s (workspace_id, channel_account_id, id, visitor, renewal_hash, wrote_at, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $6, $7)
      ON CONFLICT (workspace_id, id) DO UPDATE SET wrote_at = coalesce(s.wrote_at, excluded.wrote_at) RETURNING ${columns}`,
    values: [session.workspaceId, session.channelAccountId, session.id, session.visitor, session.renewalHash, session.at, session.expiresAt],
  });
  return rows[0] as VisitorSessionRow;
}

/** Ties a session to whom it is signed to be, unless it is somebody else already: then null. */
export async function identifyVisitor(
  tx: Tx,
  session: NewVisitorSession,
  externalId: string,
  person: SignedPerson,
): Promise<VisitorSessionRow | null> {
  const { rows } = await tx.query<VisitorSessionRow>({
    name: "identify-visitor",
    text: `INSERT INTO visitor_sessions AS s (workspace_id, channel_account_id, id, visitor, renewal_hash, created_at, expires_at, external_id, person)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (workspace_id, id) DO UPDATE SET external_id = excluded.external_id, person = excluded.person
        WHERE s.external_id IS NULL OR s.external_id = excluded.external_id RETURNING ${columns}`,
    values: [
      session.workspaceId,
      session.channelAccountId,
      session.id,
      session.visitor,
      session.renewalHash,
      session.at,
      session.expiresAt,
      externalId,
      JSON.stringify(person),
    ],
  });
  return rows[0] ?? null;
}

/** Which of two keys the business' server signs with, to the minute. */
export async function noteSigningKeyUsed(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.query({
    name: "note-signing-key-used",
    text: `UPDATE widget_signing_keys SET used_at = $3 WHERE workspace_id = $1 AND id = $2 AND (used_at IS NULL OR used_at < $3::timestamptz - interval '1 minute')`,
    values: [workspaceId, id, at],
  });
}

/** The next renewal token takes the place of the one before. False: another request was first. */
export async function rotateRenewal(
  tx: Tx,
  place: Place & { id: string; generation: number },
  next: { hash: Buffer; at: Date; expiresAt: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE visitor_sessions SET generation = generation + 1, renewal_hash = $5, rotated_at = $6, expires_at = $7
     WHERE workspace_id = $1 AND channel_account_id = $2 AND id = $3 AND generation = $4 AND ended_at IS NULL`,
    [place.workspaceId, place.channelAccountId, place.id, place.generation, next.hash, next.at, next.expiresAt],
  );
  return rowCount === 1;
}

export async function endVisitorSession(tx: Tx, place: Place, id: string, at: Date): Promise<void> {
  await tx.query("UPDATE visitor_sessions SET ended_at = $4 WHERE workspace_id = $1 AND channel_account_id = $2 AND id = $3 AND ended_at IS NULL", [
    place.workspaceId,
    place.channelAccountId,
    id,
    at,
  ]);
}

/** Forgets sessions that nobody can go on with, a few at a time. */
export async function forgetVisitorSessions(tx: Tx, before: Date): Promise<void> {
  await tx.query(
    `DELETE FROM visitor_sessions WHERE (workspace_id, id) IN (SELECT workspace_id, id FROM visitor_sessions WHERE expires_at < $1 LIMIT 500)`,
    [before],
  );
}

/**
 * A visitor has the chat open: every browser that is theirs counts as seen, also where this one has not written yet. Kept to
 * the hour.
 */
export async function noteVisitorSeen(
  tx: Tx,
  { workspaceId, channelAccountId, key, visitor, externalId }: Place & { key: string; visitor: string; externalId: string | null },
  at: Date,
): Promise<void> {
  await tx.query({
    name: "note-visitor-seen",
    text: `UPDATE doors d SET seen_at = $6
      FROM identities me JOIN identities n ON n.workspace_id = me.workspace_id AND n.customer_id = me.customer_id AND n.person_id = me.person_id
        AND n.kind = 'visitor' AND n.scope = $3
      WHERE me.workspace_id = $1 AND me.scope = $3 AND me.strength = 'proven'
        AND ((me.kind = 'visitor' AND me.value = $4) OR (me.kind = 'external_id' AND me.value = $5))
        AND d.workspace_id = $1 AND d.channel_account_id = $2 AND d.address = 'visitor|' || n.scope || '|' || n.value
        AND (d.seen_at IS NULL OR d.seen_at < $6::timestamptz - interval '1 hour')`,
    values: [workspaceId, channelAccountId, key, visitor, externalId, at],
  });
}
