import { createHash } from "node:crypto";
import type { Actor, Role, Scope } from "@onethread/core";
import { type Database, prepared } from "@onethread/db/client";
import type { Auth } from "./create-auth.ts";

/** Who a request is from: an API key (Bearer) or a signed-in agent (cookie); null: a stranger. */
export async function whoAsks(auth: Auth, database: Database, headers: Headers): Promise<Actor | null> {
  const bearer = /^Bearer (\S{1,200})$/.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer) return byKey(database, bearer);
  if (!headers.get("cookie")) return null;
  const session = await auth.api.getSession({ headers });
  return session ? byUser(database, session.user.id) : null;
}

async function byKey(database: Database, key: string): Promise<Actor | null> {
  const hash = createHash("sha256").update(key).digest();
  // "Last used" is for people: once a minute is enough, and spares a write per request.
  const { rows } = await database.entrance.query<{ workspaceId: string; keyId: string; name: string; scopes: Scope[] }>(
    prepared(
      `WITH found AS (SELECT * FROM api_keys WHERE key_hash = $1 AND revoked_at IS NULL),
         used AS (UPDATE api_keys k SET last_used_at = now() FROM found f WHERE k.workspace_id = f.workspace_id AND k.id = f.id
           AND (f.last_used_at IS NULL OR f.last_used_at < now() - interval '1 minute'))
       SELECT workspace_id AS "workspaceId", id AS "keyId", name, scopes FROM found`,
      [hash],
    ),
  );
  return rows[0] ? { kind: "api_key", ...rows[0] } : null;
}

async function byUser(database: Database, userId: string): Promise<Actor | null> {
  const { rows } = await database.entrance.query<{ workspaceId: string; agentId: string; name: string; role: Role }>(
    prepared(
      `SELECT workspace_id AS "workspaceId", id AS "agentId", name, role FROM agents WHERE user_id = $1 AND disabled_at IS NULL ORDER BY created_at LIMIT 1`,
      [userId],
    ),
  );
  return rows[0] ? { kind: "agent", ...rows[0] } : null;
}
