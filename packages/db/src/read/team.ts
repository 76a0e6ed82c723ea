import { type Actor, toTypeId } from "@onethread/core";
import { type Database, forWorkspace } from "../client/index.ts";

const list = async <T>(database: Database, actor: Actor, sql: string): Promise<T[]> => {
  const { rows } = await forWorkspace(database, actor.workspaceId, (tx) => tx.query(sql, [actor.workspaceId]));
  return rows as T[];
};

type AgentRow = {
  id: string;
  name: string;
  email: string;
  role: "viewer" | "agent" | "supervisor" | "admin" | "owner";
  created_at: Date;
  disabled_at: Date | null;
};
export async function readAgents(database: Database, actor: Actor) {
  const rows = await list<AgentRow>(database, actor, "SELECT * FROM agents WHERE workspace_id = $1 AND disabled_at IS NULL ORDER BY name, id");
  return rows.map((row) => ({
    id: toTypeId("agent", row.id),
    name: row.name,
    email: row.email,
    role: row.role,
    createdAt: row.created_at.toISOString(),
    disabledAt: row.disabled_at?.toISOString() ?? null,
  }));
}

type KeyRow = {
  id: string;
  name: string;
  prefix: string;
  scopes: ("read" | "write" | "send" | "merge" | "admin")[];
  expires_at: Date | null;
  addresses: string[];
  created_at: Date;
  last_used_at: Date | null;
};
export async function readApiKeys(database: Database, actor: Actor) {
  const rows = await list<KeyRow>(database, actor, "SELECT * FROM api_keys WHERE workspace_id = $1 AND revoked_at IS NULL ORDER BY created_at, id");
  return rows.map((row) => ({
    id: toTypeId("apiKey", row.id),
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    expiresAt: row.expires_at?.toISOString() ?? null,
    addresses: row.addresses,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
}

export async function readLabels(database: Database, actor: Actor) {
  const rows = await list<{ id: string; name: string; color: string }>(database, actor, "SELECT * FROM labels WHERE workspace_id = $1 ORDER BY name");
  return rows.map((row) => ({ id: toTypeId("label", row.id), name: row.name, color: row.color }));
}

export async function readWorkspace(
  database: Database,
  actor: Actor,
): Promise<{ id: string; name: string; demo: boolean; operator: boolean } | null> {
  const rows = await list<{ id: string; name: string; demo: boolean; operator: boolean }>(
    database,
    actor,
    "SELECT id, name, demo, operator FROM workspaces WHERE id = $1",
  );
  return rows[0] ?? null;
}
