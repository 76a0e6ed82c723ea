import { randomBytes } from "node:crypto";
import { newId } from "@onethread/db/client";
import { apiKeyHash } from "@onethread/operations";
import type pg from "pg";

/** So many keys that may read, in one statement. */
export async function makeApiKeys(owner: pg.Pool, workspaceId: string, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, () => `otk_${randomBytes(24).toString("base64url")}`);
  await owner.query(
    `INSERT INTO api_keys (workspace_id, id, name, prefix, key_hash, scopes)
     SELECT $1, id, 'chaos', left(key, 10), hash, '{read}' FROM unnest($2::uuid[], $3::text[], $4::bytea[]) AS made (id, key, hash)`,
    [workspaceId, keys.map(() => newId()), keys, keys.map(apiKeyHash)],
  );
  return keys;
}
