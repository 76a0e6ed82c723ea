import type { Actor, Role } from "@onethread/core";
import { newId } from "@onethread/db/client";
import type { World } from "./world.ts";

/** Somebody who works in a workspace of the test, else in its first one. */
export async function addAgent(
  world: World,
  { name, role, workspaceId = world.workspaceId }: { name: string; role: Role; workspaceId?: string | undefined },
): Promise<Extract<Actor, { kind: "agent" }>> {
  const [agentId, userId] = [newId(), newId()];
  const email = `${userId}@onethread.example`;
  await world.database.ingest.query("INSERT INTO users (id, name, email, email_verified) VALUES ($1, $2, $3, true)", [userId, name, email]);
  await world.database.ingest.query("INSERT INTO agents (workspace_id, id, user_id, name, email, role) VALUES ($1, $2, $3, $4, $5, $6)", [
    workspaceId,
    agentId,
    userId,
    name,
    email,
    role,
  ]);
  return { kind: "agent", workspaceId, agentId, name, role };
}
