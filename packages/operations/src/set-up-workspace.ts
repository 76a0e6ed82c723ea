import { createHash, timingSafeEqual } from "node:crypto";
import { fail, ok, type Result } from "@onethread/core";
import { forEntrance, forIngest, newId } from "@onethread/db/client";
import { insertMember, insertWorkspace } from "@onethread/db/write";
import type { Context } from "./context.ts";

export type FirstOwner = { name: string; email: string; passwordHash: string; workspaceName: string; demo?: boolean };

/** Whether nobody owns this instance yet. */
export const needsSetUp = (context: Context): Promise<boolean> =>
  forEntrance(context.database, async (tx) => (await tx.query("SELECT 1 FROM workspaces LIMIT 1")).rowCount === 0);

/**
 * Makes the first workspace and its owner, once, for whoever holds the token from the server's log: the first stranger
 * to find a fresh host must not own it.
 */
export async function setUpWorkspace(
  context: Context,
  expectedToken: string | null,
  token: string,
  owner: FirstOwner,
): Promise<Result<{ workspaceId: string }>> {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  if (!expectedToken || !timingSafeEqual(digest(token), digest(expectedToken)))
    return fail("invalid_set_up_token", "Use the set-up token from the server's log.", { errors: [{ pointer: "/token", detail: "is wrong" }] });
  return forIngest(context.database, async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(7210042)");
    if ((await tx.query("SELECT 1 FROM workspaces LIMIT 1")).rowCount) return fail("set_up_done", "Sign in, or ask an admin for an invitation.");
    const workspaceId = newId();
    await insertWorkspace(tx, { id: workspaceId, name: owner.workspaceName, operator: true, demo: owner.demo ?? false });
    await insertMember(tx, { workspaceId, role: "owner", name: owner.name, email: owner.email, passwordHash: owner.passwordHash, newId });
    return ok({ workspaceId });
  });
}
