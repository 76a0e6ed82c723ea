import { fail, ok, type Result } from "@onethread/core";
import type { Database } from "@onethread/db/client";
import type { Auth } from "./create-auth.ts";
import { endOtherSessions } from "./sessions.ts";

const wrong = fail("wrong_password", "The password is wrong.");

/** Whether it is their password: asked again before anything that somebody at an open screen must not do. */
export async function checkPassword(auth: Auth, database: Database, userId: string, password: string): Promise<Result<null>> {
  const { rows } = await database.entrance.query<{ hash: string | null }>(
    "SELECT password AS hash FROM sign_in_methods WHERE user_id = $1 AND provider_id = 'credential'",
    [userId],
  );
  const hash = rows[0]?.hash;
  const context = await auth.$context;
  return hash && (await context.password.verify({ hash, password })) ? ok(null) : wrong;
}

/** Another password. Whoever is signed in elsewhere with the one before is signed out. */
export async function changePassword(
  auth: Auth,
  database: Database,
  who: { userId: string; sessionId: string },
  { current, next }: { current: string; next: string },
): Promise<Result<null>> {
  const known = await checkPassword(auth, database, who.userId, current);
  if (!known.ok) return known;
  const context = await auth.$context;
  await database.entrance.query("UPDATE sign_in_methods SET password = $2, updated_at = now() WHERE user_id = $1 AND provider_id = 'credential'", [
    who.userId,
    await context.password.hash(next),
  ]);
  await endOtherSessions(database, who.userId, who.sessionId);
  return ok(null);
}
