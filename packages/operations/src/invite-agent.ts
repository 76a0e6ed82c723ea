import { createHash } from "node:crypto";
import { type Actor, may, ok, type Result, type Role, toTypeId } from "@onethread/core";
import { forWorkspace, newId } from "@onethread/db/client";
import { allow, type Context } from "./context.ts";

/** How long an invitation can be accepted. Milliseconds. */
const lifetime = 72 * 60 * 60 * 1000;

export type InvitationLink = { id: string; email: string; role: Role; token: string; expiresAt: string };

/** Makes a one-time link for a new colleague. Only its hash is kept: the link is shown this once. */
export async function inviteAgent(context: Context, actor: Actor, invitation: { email: string; role: Role }): Promise<Result<InvitationLink>> {
  const refused = allow(actor, invitation.role === "owner" ? "manage_owners" : "manage_members");
  if (refused && !(invitation.role === "owner" && may(actor, "manage_owners"))) return refused;
  const id = newId();
  const token = Buffer.from(context.randomBytes(24)).toString("base64url");
  const expiresAt = new Date(context.now().getTime() + lifetime);
  await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query("INSERT INTO invitations (workspace_id, id, email, role, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)", [
      actor.workspaceId,
      id,
      invitation.email.toLowerCase(),
      invitation.role,
      invitationHash(token),
      context.now(),
      expiresAt,
    ]),
  );
  return ok({
    id: toTypeId("invitation", id),
    email: invitation.email.toLowerCase(),
    role: invitation.role,
    token,
    expiresAt: expiresAt.toISOString(),
  });
}

export const invitationHash = (token: string): Buffer => createHash("sha256").update(token).digest();
