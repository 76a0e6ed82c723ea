import { fail, ok, type Result } from "@onethread/core";
import { forIngest, newId, type Tx } from "@onethread/db/client";
import { findInvitation, type InvitationRow, insertMember } from "@onethread/db/write";
import type { Context } from "./context.ts";
import { invitationHash } from "./invite-agent.ts";

/** Whom an invitation is for, or why it no longer holds. */
export const readInvitation = (context: Context, token: string): Promise<Result<{ email: string; workspaceName: string }>> =>
  forIngest(context.database, async (tx) => {
    const found = await usable(context, tx, token);
    return found.ok ? ok({ email: found.value.email, workspaceName: found.value.workspaceName }) : found;
  });

/** Makes the invited person an agent. Works once. */
export async function acceptInvitation(
  context: Context,
  token: string,
  person: { name: string; passwordHash: string },
): Promise<Result<{ email: string }>> {
  return forIngest(context.database, async (tx) => {
    const found = await usable(context, tx, token);
    if (!found.ok) return found;
    const { workspaceId, id, email, role } = found.value;
    await insertMember(tx, { workspaceId, role, name: person.name, email, passwordHash: person.passwordHash, newId });
    await tx.query("UPDATE invitations SET accepted_at = $3 WHERE workspace_id = $1 AND id = $2", [workspaceId, id, context.now()]);
    return ok({ email });
  });
}

async function usable(context: Context, tx: Tx, token: string): Promise<Result<InvitationRow>> {
  const row = await findInvitation(tx, invitationHash(token));
  if (!row || row.acceptedAt || row.expiresAt <= context.now()) return fail("invitation_invalid", "Ask an admin for a new invitation.");
  return ok(row);
}
