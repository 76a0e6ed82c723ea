import type { Database } from "@onethread/db/client";

export type OpenSession = { id: string; userAgent: string; createdAt: Date; lastUsedAt: Date };

/** Where somebody is signed in, what was used last first. */
export async function readSessions(database: Database, userId: string): Promise<OpenSession[]> {
  const { rows } = await database.entrance.query<OpenSession>(
    `SELECT id, coalesce(user_agent, '') AS "userAgent", created_at AS "createdAt", coalesce(last_used_at, updated_at) AS "lastUsedAt"
     FROM sessions WHERE user_id = $1 AND expires_at > now() ORDER BY coalesce(last_used_at, updated_at) DESC, id LIMIT 100`,
    [userId],
  );
  return rows;
}

/** Ends one of somebody's sessions at once. false: it is none of theirs. */
export async function endSession(database: Database, userId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await database.entrance.query("DELETE FROM sessions WHERE user_id = $1 AND id = $2", [userId, sessionId]);
  return rowCount === 1;
}

/** Ends all of somebody's sessions but this one. */
export async function endOtherSessions(database: Database, userId: string, sessionId: string): Promise<void> {
  await database.entrance.query("DELETE FROM sessions WHERE user_id = $1 AND id <> $2", [userId, sessionId]);
}
