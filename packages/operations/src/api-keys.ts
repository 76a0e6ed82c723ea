import { createHash } from "node:crypto";
import { type Actor, fail, ok, type Result, type Scope, toTypeId } from "@onethread/core";
import { forWorkspace, newId } from "@onethread/db/client";
import { allow, type Context } from "./context.ts";

export type ApiKeyInput = {
  name: string;
  scopes: Scope[];
  /** RFC 3339; from then on it is refused. */
  expiresAt?: string | null;
  /** IP addresses and ranges it is taken from; none: from anywhere. */
  addresses?: string[];
};
export type NewApiKey = {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  expiresAt: string | null;
  addresses: string[];
  createdAt: string;
  lastUsedAt: null;
  key: string;
};

/** Only this is kept of a key: it has 192 random bits, so a plain hash can't be searched through. */
export const apiKeyHash = (key: string): Buffer => createHash("sha256").update(key).digest();

/** Makes a key for software. It is shown this once. */
export async function createApiKey(context: Context, actor: Actor, input: ApiKeyInput): Promise<Result<NewApiKey>> {
  const refused = allow(actor, "manage_api_keys");
  if (refused) return refused;
  const createdAt = context.now();
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt <= createdAt)
    return fail("invalid_request", "A key has to work for a while.", { errors: [{ pointer: "/expiresAt", detail: "is in the past" }] });
  const id = newId();
  const key = `otk_${Buffer.from(context.randomBytes(24)).toString("base64url")}`;
  const prefix = key.slice(0, 10);
  const scopes = [...new Set(input.scopes)];
  const addresses = [...new Set(input.addresses)];
  await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query(
      "INSERT INTO api_keys (workspace_id, id, name, prefix, key_hash, scopes, created_at, expires_at, addresses) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      [actor.workspaceId, id, input.name, prefix, apiKeyHash(key), scopes, createdAt, expiresAt, addresses],
    ),
  );
  const times = { createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, lastUsedAt: null };
  return ok({ id: toTypeId("apiKey", id), name: input.name, prefix, scopes, addresses, ...times, key });
}

/** Ends a key at once. `id`: UUID. */
export async function revokeApiKey(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const refused = allow(actor, "manage_api_keys");
  if (refused) return refused;
  const { rowCount } = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query("UPDATE api_keys SET revoked_at = $3 WHERE workspace_id = $1 AND id = $2 AND revoked_at IS NULL", [
      actor.workspaceId,
      id,
      context.now(),
    ]),
  );
  return rowCount ? ok(null) : fail("not_found", "There is no such API key.");
}
