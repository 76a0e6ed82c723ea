import { createHash } from "node:crypto";
import type { Actor, Role, Scope } from "@onethread/core";
import { type Database, prepared } from "@onethread/db/client";
import type { Auth } from "./create-auth.ts";
import { lookUpTogether } from "./look-up-together.ts";

type KeyActor = Extract<Actor, { kind: "api_key" }>;
type AgentActor = Extract<Actor, { kind: "agent" }>;

/** Finds out who a request is from: an API key (Bearer) or a signed-in agent (cookie); null: a stranger. */
export function whoAsks(auth: Auth, database: Database): (headers: Headers) => Promise<Actor | null> {
  const byKey = lookUpTogether((hashes) => findKeys(database, hashes));
  const byUser = lookUpTogether((userIds) => findAgents(database, userIds));
  return async (headers) => {
    const bearer = /^Bearer (\S{1,200})$/.exec(headers.get("authorization") ?? "")?.[1];
    if (bearer) return (await byKey(createHash("sha256").update(bearer).digest("hex"))) ?? null;
    if (!headers.get("cookie")) return null;
    const session = await auth.api.getSession({ headers });
    return session ? ((await byUser(session.user.id)) ?? null) : null;
  };
}

async function findKeys(database: Database, hashes: string[]): Promise<Map<string, KeyActor>> {
  // "Last used" is for people: once a minute is enough, and spares a write per request. Whoever notes it just now, in
  // whatever order, is not waited for.
  const { rows } = await database.entrance.query<{ hash: string; workspaceId: string; keyId: string; name: string; scopes: Scope[] }>(
    prepared(
      `WITH found AS (SELECT * FROM api_keys WHERE key_hash = ANY($1::bytea[]) AND revoked_at IS NULL),
         due AS (SELECT k.workspace_id, k.id FROM api_keys k JOIN found f ON k.workspace_id = f.workspace_id AND k.id = f.id
           WHERE f.last_used_at IS NULL OR f.last_used_at < now() - interval '1 minute' FOR UPDATE OF k SKIP LOCKED),
         used AS (UPDATE api_keys k SET last_used_at = now() FROM due d WHERE k.workspace_id = d.workspace_id AND k.id = d.id)
       SELECT encode(key_hash, 'hex') AS hash, workspace_id AS "workspaceId", id AS "keyId", name, scopes FROM found`,
      [hashes.map((hash) => Buffer.from(hash, "hex"))],
    ),
  );
  return new Map(rows.map(({ hash, ...key }) => [hash, { kind: "api_key", ...key }]));
}

async function findAgents(database: Database, userIds: string[]): Promise<Map<string, AgentActor>> {
  const { rows } = await database.entrance.query<{ userId: string; workspaceId: string; agentId: string; name: string; role: Role }>(
    prepared(
      `SELECT DISTINCT ON (user_id) user_id AS "userId", workspace_id AS "workspaceId", id AS "agentId", name, role
       FROM agents WHERE user_id = ANY($1) AND disabled_at IS NULL ORDER BY user_id, created_at`,
      [userIds],
    ),
  );
  return new Map(rows.map(({ userId, ...agent }) => [userId, { kind: "agent", ...agent }]));
}
