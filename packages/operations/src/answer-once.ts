import { createHash } from "node:crypto";
import { type Actor, fail, type Result } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { failpoint } from "#failpoint";
import type { Context } from "./context.ts";

/** How long a key is remembered. Milliseconds. */
const lifetime = 24 * 60 * 60 * 1000;
/** A request that has not answered after this died with its process; the key is free again. Milliseconds. */
const runLimit = 60 * 1000;

export type Answer = { status: number; body: string };

/**
 * Runs a request once per Idempotency-Key: the same key and request gives the first answer again, the same key with
 * another request is refused, and while the first runs so is a second. An answer of 500 or more is not kept. Answers
 * are sealed: they may hold a key that is shown once.
 */
export async function answerOnce(context: Context, actor: Actor, key: string, request: string, run: () => Promise<Answer>): Promise<Result<Answer>> {
  const { workspaceId } = actor;
  const hash = createHash("sha256").update(request).digest();
  const place = { workspaceId, table: "idempotency_keys", rowId: key, column: "response" };
  const now = context.now();
  const claim = forWorkspace(context.database, workspaceId, async (tx) => {
    await tx.query(
      "DELETE FROM idempotency_keys WHERE workspace_id = $1 AND key = $2 AND (created_at < $3 OR (status IS NULL AND created_at < $4))",
      [workspaceId, key, new Date(now.getTime() - lifetime), new Date(now.getTime() - runLimit)],
    );
    const claimed = await tx.query(
      "INSERT INTO idempotency_keys (workspace_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
      [workspaceId, key, hash, now],
    );
    if (claimed.rowCount === 1) return null;
    const { rows } = await tx.query<{ request_hash: Buffer; status: number | null; response: string | null }>(
      "SELECT request_hash, status, response FROM idempotency_keys WHERE workspace_id = $1 AND key = $2",
      [workspaceId, key],
    );
    return rows[0] ?? null;
  });
  // The claim may be there although its answer was lost.
  claim.catch(() => insist(context, forget));
  const known = await claim;
  if (known) {
    if (!known.request_hash.equals(hash)) return fail("idempotency_key_reused", "This Idempotency-Key was used with another request.");
    if (known.status === null || known.response === null)
      return fail("request_running", "The first request with this Idempotency-Key is still running.");
    return { ok: true, value: { status: known.status, body: context.secrets.open(Buffer.from(known.response, "base64"), place) } };
  }
  await failpoint("answer.claimed");
  const answer = await run().catch(async (error: unknown) => {
    await orInsist(context, forget);
    throw error;
  });
  await failpoint("answer.made");
  if (answer.status >= 500) await orInsist(context, forget);
  else {
    const sealed = context.secrets.seal(answer.body, place).toString("base64");
    // What was done is done: it is told, also while it can't be kept yet.
    await orInsist(context, () =>
      forWorkspace(context.database, workspaceId, (tx) =>
        tx.query("UPDATE idempotency_keys SET status = $3, response = $4 WHERE workspace_id = $1 AND key = $2 AND created_at = $5", [
          workspaceId,
          key,
          answer.status,
          sealed,
          now,
        ]),
      ),
    );
  }
  await failpoint("answer.kept");
  return { ok: true, value: answer };

  /** Only what this request has claimed. */
  function forget(): Promise<unknown> {
    return forWorkspace(context.database, workspaceId, (tx) =>
      tx.query("DELETE FROM idempotency_keys WHERE workspace_id = $1 AND key = $2 AND created_at = $3 AND status IS NULL", [workspaceId, key, now]),
    );
  }
}

async function orInsist(context: Context, work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => insist(context, work));
}

/** Tries until it is done, beside everything else: a key that stayed taken would turn repetitions away. */
function insist(context: Context, work: () => Promise<unknown>, waited = 0, wait = 250): void {
  const timer = setTimeout(() => {
    void work().catch((error: Error) => {
      if (waited < runLimit) insist(context, work, waited + wait, Math.min(4000, wait * 2));
      else context.log.warn({ error: error.message }, "an answer could not be kept for repetitions");
    });
  }, wait);
  timer.unref();
}
