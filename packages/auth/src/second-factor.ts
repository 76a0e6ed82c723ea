import { fail, ok, type Result } from "@onethread/core";
import { type Database, forEntrance, type SecretBox, type Tx } from "@onethread/db/client";
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-codes.ts";
import { newTotpSecret, stepOfCode, totpUri } from "./totp.ts";

/** After so many wrong codes in a row none is looked at for a while: six digits can be guessed by who may guess on. */
const mostFailures = 5;
const lockedForMs = 15 * 60 * 1000;

export type SecondFactors = { database: Database; secrets: SecretBox };
const place = (userId: string) => ({ workspaceId: "", table: "second_factors", rowId: userId, column: "secret" });

/** Since when sign-in asks for a code, and how many recovery codes are left; null: it does not ask. */
export async function readSecondFactor({ database }: SecondFactors, userId: string): Promise<{ since: Date; recoveryCodesLeft: number } | null> {
  const { rows } = await database.entrance.query<{ since: Date; recoveryCodesLeft: number }>(
    `SELECT confirmed_at AS since, (SELECT count(*)::int FROM recovery_codes c WHERE c.user_id = f.user_id AND c.used_at IS NULL) AS "recoveryCodesLeft"
     FROM second_factors f WHERE user_id = $1 AND confirmed_at IS NOT NULL`,
    [userId],
  );
  return rows[0] ?? null;
}

/** Makes the secret for an authenticator app. Nothing is asked for before a code of it was confirmed; beginning anew makes another. */
export async function beginSecondFactor({ database, secrets }: SecondFactors, userId: string): Promise<Result<{ secret: string; uri: string }>> {
  const secret = newTotpSecret();
  const { rows } = await database.entrance.query<{ email: string }>(
    `WITH begun AS (INSERT INTO second_factors AS f (user_id, secret) VALUES ($1, $2)
       ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = now() WHERE f.confirmed_at IS NULL RETURNING user_id)
     SELECT email FROM users JOIN begun ON users.id = begun.user_id`,
    [userId, secrets.seal(secret, place(userId))],
  );
  const [user] = rows;
  return user ? ok({ secret, uri: totpUri(secret, user.email) }) : fail("already_exists", "Sign-in asks for a code already.");
}

/** The first code of the app: from now on sign-in asks for one. Answers the recovery codes; they are shown this once. */
export async function confirmSecondFactor(factors: SecondFactors, userId: string, code: string, now: Date): Promise<Result<string[]>> {
  return afterCode(factors, userId, code, now, async (tx, confirmed) => {
    if (confirmed) return fail("already_exists", "Sign-in asks for a code already.");
    await tx.query("UPDATE second_factors SET confirmed_at = $2 WHERE user_id = $1", [userId, now]);
    return ok(await writeRecoveryCodes(tx, userId));
  });
}

/** New recovery codes; those before are worth nothing any more. */
export async function renewRecoveryCodes(factors: SecondFactors, userId: string, code: string, now: Date): Promise<Result<string[]>> {
  return afterCode(factors, userId, code, now, async (tx) => ok(await writeRecoveryCodes(tx, userId)));
}

/** Sign-in asks for no code any more. */
export async function removeSecondFactor(factors: SecondFactors, userId: string, code: string, now: Date): Promise<Result<null>> {
  return afterCode(factors, userId, code, now, async (tx) => {
    await tx.query("DELETE FROM second_factors WHERE user_id = $1", [userId]);
    return ok(null);
  });
}

/** Whether a code lets this person in: one of their app's, of a step later than the last, or a recovery code, once. */
export async function checkCode(factors: SecondFactors, userId: string, code: string, now: Date): Promise<Result<null>> {
  return afterCode(factors, userId, code, now, async () => ok(null));
}

type Row = { secret: Buffer; confirmed: boolean; lastStep: string; failures: number; lockedUntil: Date | null };

/** Runs `then` when the code is right. Codes of one person are looked at one after the other. */
async function afterCode<T>(
  { database, secrets }: SecondFactors,
  userId: string,
  code: string,
  now: Date,
  then: (tx: Tx, confirmed: boolean) => Promise<Result<T>>,
): Promise<Result<T>> {
  return forEntrance(database, async (tx) => {
    const { rows } = await tx.query<Row>(
      `SELECT secret, confirmed_at IS NOT NULL AS confirmed, last_step AS "lastStep", failures, locked_until AS "lockedUntil"
       FROM second_factors WHERE user_id = $1 FOR UPDATE`,
      [userId],
    );
    const [row] = rows;
    if (!row) return fail("not_found", "Sign-in asks for no code.");
    if (row.lockedUntil && row.lockedUntil > now)
      return fail("too_many_requests", "Too many wrong codes.", {
        extra: { retryAfter: Math.ceil((row.lockedUntil.getTime() - now.getTime()) / 1000) },
      });
    const step = stepOfCode(secrets.open(row.secret, place(userId)), code, now);
    const right = step === null ? row.confirmed && (await useRecoveryCode(tx, userId, code, now)) : step > Number(row.lastStep);
    if (!right) {
      const locked = row.failures + 1 >= mostFailures;
      await tx.query("UPDATE second_factors SET failures = $2, locked_until = $3 WHERE user_id = $1", [
        userId,
        locked ? 0 : row.failures + 1,
        locked ? new Date(now.getTime() + lockedForMs) : null,
      ]);
      return fail("wrong_code", "The code is wrong or was used already.");
    }
    await tx.query("UPDATE second_factors SET failures = 0, locked_until = NULL, last_step = coalesce($2, last_step) WHERE user_id = $1", [
      userId,
      step,
    ]);
    return then(tx, row.confirmed);
  });
}

async function useRecoveryCode(tx: Tx, userId: string, code: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query("UPDATE recovery_codes SET used_at = $3 WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL", [
    userId,
    recoveryCodeHash(userId, code),
    now,
  ]);
  return rowCount === 1;
}

async function writeRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.query("DELETE FROM recovery_codes WHERE user_id = $1", [userId]);
  await tx.query("INSERT INTO recovery_codes (user_id, code_hash) SELECT $1, unnest($2::bytea[])", [
    userId,
    codes.map((code) => recoveryCodeHash(userId, code)),
  ]);
  return codes;
}
