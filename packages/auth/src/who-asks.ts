import { createHash } from "node:crypto";
import { type Actor, fail, ok, type Result, type Role } from "@onethread/core";
import { type Database, prepared } from "@onethread/db/client";
import { isListed } from "./address-list.ts";
import { type Auth, clientAddressHeader } from "./create-auth.ts";
import { lookUpTogether } from "./look-up-together.ts";

type KeyActor = Extract<Actor, { kind: "api_key" }>;
type AgentActor = Extract<Actor, { kind: "agent" }>;

const stranger = fail("unauthenticated", "Sign in, or send an API key as a Bearer token.");

/** Finds out who a request is from: an API key (Bearer) that still works and comes from where it may, or a signed-in agent (cookie). */
export function whoAsks(auth: Auth, database: Database): (headers: Headers) => Promise<Result<Actor>> {
  const byKey = lookUpTogether((hashes) => findKeys(database, hashes));
  const bySession = lookUpTogether((sessionIds) => findAgents(database, sessionIds));
  return async (headers) => {
    const bearer = /^Bearer (\S{1,200})$/.exec(headers.get("authorization") ?? "")?.[1];
    if (bearer) return keyActor(await byKey(createHash("sha256").update(bearer).digest("hex")), headers);
    if (!headers.get("cookie")) return stranger;
    const session = await auth.api.getSession({ headers });
    const agent = session && (await bySession(session.session.id));
    return agent ? ok(agent) : stranger;
  };
}

type FoundKey = KeyActor & { expired: boolean; addresses: string[] };

function keyActor(found: FoundKey | undefined, headers: Headers): Result<Actor> {
  if (!found) return stranger;
  const { expired, addresses, ...actor } = found;
  if (expired) return fail("api_key_expired", "The API key has expired. Ask an admin for a new one.");
  if (addresses.length > 0 && !isListed(headers.get(clientAddressHeader) ?? "", addresses))
    return fail("address_not_allowed", "The API key is not taken from this address.");
  return ok(actor);
}

async function findKeys(database: Database, hashes: string[]): Promise<Map<string, FoundKey>> {
  // "Last used" is for people: once a minute is enough, and spares a write per request. Whoever notes it just now, in
  // whatever order, is not waited for.
  const { rows } = await database.entrance.query<Omit<FoundKey, "kind"> & { hash: string }>(
    prepared(
      `WITH found AS (SELECT * FROM api_keys WHERE key_hash = ANY($1::bytea[]) AND revoked_at IS NULL),
         due AS (SELECT k.workspace_id, k.id FROM api_keys k JOIN found f ON k.workspace_id = f.workspace_id AND k.id = f.id
           WHERE (f.last_used_at IS NULL OR f.last_used_at < now() - interval '1 minute') AND (f.expires_at IS NULL OR f.expires_at > now()) FOR UPDATE OF k SKIP LOCKED),
         used AS (UPDATE api_keys k SET last_used_at = now() FROM due d WHERE k.workspace_id = d.workspace_id AND k.id = d.id)
       SELECT encode(key_hash, 'hex') AS hash, workspace_id AS "workspaceId", id AS "keyId", name, scopes, addresses,
         coalesce(expires_at <= now(), false) AS expired FROM found`,
      [hashes.map((hash) => Buffer.from(hash, "hex"))],
    ),
  );
  return new Map(rows.map(({ hash, ...key }) => [hash, { kind: "api_key", ...key }]));
}

/**
 * Who is signed in by these sessions. A cookie is believed for a minute without a look at its session: that the session
 * is still there is asked here, each time, so that ending one ends it at once.
 */
async function findAgents(database: Database, sessionIds: string[]): Promise<Map<string, AgentActor>> {
  type Row = { sessionId: string; userId: string; workspaceId: string; agentId: string; name: string; role: Role };
  const { rows } = await database.entrance.query<Row>(
    prepared(
      `WITH found AS (SELECT id, user_id, last_used_at FROM sessions WHERE id = ANY($1) AND expires_at > now()),
         due AS (SELECT s.id FROM sessions s JOIN found f ON s.id = f.id
           WHERE f.last_used_at IS NULL OR f.last_used_at < now() - interval '1 minute' FOR UPDATE OF s SKIP LOCKED),
         used AS (UPDATE sessions s SET last_used_at = now() FROM due d WHERE s.id = d.id)
       SELECT DISTINCT ON (f.id) f.id AS "sessionId", f.user_id AS "userId", a.workspace_id AS "workspaceId", a.id AS "agentId", a.name, a.role
       FROM found f JOIN agents a ON a.user_id = f.user_id AND a.disabled_at IS NULL ORDER BY f.id, a.created_at`,
      [sessionIds],
    ),
  );
  return new Map(rows.map(({ sessionId, userId, ...agent }) => [sessionId, { kind: "agent", ...agent, signIn: { userId, sessionId } }]));
}
