import type { Role } from "@onethread/core";
import type { Tx } from "../client/index.ts";

export async function insertWorkspace(tx: Tx, workspace: { id: string; name: string; operator: boolean; demo: boolean }): Promise<void> {
  await tx.query("INSERT INTO workspaces (id, name, operator, demo) VALUES ($1, $2, $3, $4)", [
    workspace.id,
    workspace.name,
    workspace.operator,
    workspace.demo,
  ]);
}

export type NewMember = { workspaceId: string; role: Role; name: string; email: string; passwordHash: string; newId: () => string };

/** A person who can sign in, and their place in a workspace. A known address keeps its sign-in and gets the place. */
export async function insertMember(tx: Tx, member: NewMember): Promise<{ agentId: string }> {
  const email = member.email.toLowerCase();
  const found = await tx.query<{ id: string }>("SELECT id FROM users WHERE email = $1", [email]);
  let userId = found.rows[0]?.id;
  if (!userId) {
    userId = member.newId();
    await tx.query("INSERT INTO users (id, name, email, email_verified) VALUES ($1, $2, $3, true)", [userId, member.name, email]);
    await tx.query("INSERT INTO sign_in_methods (id, account_id, provider_id, user_id, password) VALUES ($1, $2, 'credential', $2, $3)", [
      member.newId(),
      userId,
      member.passwordHash,
    ]);
  }
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO agents (workspace_id, id, user_id, name, email, role) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (workspace_id, user_id) DO UPDATE SET disabled_at = NULL, role = excluded.role, name = excluded.name RETURNING id`,
    [member.workspaceId, member.newId(), userId, member.name, email, member.role],
  );
  return { agentId: rows[0]?.id ?? "" };
}

export type InvitationRow = {
  workspaceId: string;
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
  acceptedAt: Date | null;
  workspaceName: string;
};

export async function findInvitation(tx: Tx, tokenHash: Buffer): Promise<InvitationRow | undefined> {
  const { rows } = await tx.query<InvitationRow>(
    `SELECT i.workspace_id AS "workspaceId", i.id, i.email, i.role, i.expires_at AS "expiresAt", i.accepted_at AS "acceptedAt", w.name AS "workspaceName"
     FROM invitations i JOIN workspaces w ON w.id = i.workspace_id WHERE i.token_hash = $1 FOR UPDATE OF i`,
    [tokenHash],
  );
  return rows[0];
}
