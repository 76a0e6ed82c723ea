import type pg from "pg";
import type { Database } from "./pools.ts";
import { isAborted } from "./sql-state.ts";

/** A connection inside a transaction. Everything that reads or writes takes one. */
export type Tx = Pick<pg.PoolClient, "query">;

/** The one way to a workspace's data: a transaction in which row-level security shows that workspace and no other. */
export function forWorkspace<T>(database: Database, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(database.app, work, (tx) => tx.query("SELECT set_config('app.workspace_id', $1, true)", [workspaceId]));
}

/** For writes whose answer nobody reads: they and the COMMIT go out together, and are waited for as one. */
export type Behind = (statement: Promise<unknown>) => void;

/** Work that is nobody's or several workspaces': draining, claims, what operators see. Routes never call this. */
export function forIngest<T>(database: Database, work: (tx: Tx, behind: Behind) => Promise<T>): Promise<T> {
  return inTransaction(database.ingest, work);
}

/** A few rows by their key, for whom nobody may be in the way: a webhook that comes in, somebody at the door. */
export function forEntrance<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(database.entrance, work);
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Tx, behind: Behind) => Promise<T>, begin?: (tx: Tx) => Promise<unknown>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Whatever is asked after a failed statement fails too, but only because of it. Their answers may come together and
  // whoever waits for the later one may hear first, so the reason is taken where every answer comes in.
  let reason: unknown;
  const ask = (...question: Parameters<Tx["query"]>) => {
    const answer = client.query(...question) as unknown as Promise<unknown>;
    answer.catch((error: unknown) => {
      if (!isAborted(error)) reason = error;
    });
    return answer;
  };
  const tx: Tx = { query: ask as Tx["query"] };
  const trailing: Promise<unknown>[] = [];
  const behind: Behind = (statement) => {
    trailing.push(statement);
    statement.catch(() => {});
  };
  // A connection that breaks while it is lent out says so here; the query under way fails with the same error.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  try {
    // Not waited for: they run before whatever `work` asks, and if one fails, so does everything behind it.
    const opened = Promise.all([tx.query("BEGIN"), begin?.(tx)]);
    opened.catch(() => {});
    const value = await work(tx, behind);
    await Promise.all([opened, ...trailing, client.query("COMMIT")]);
    return value;
  } catch (failed) {
    await client.query("ROLLBACK").catch((lost: Error) => {
      broken = lost;
    });
    const error = isAborted(failed) ? (reason ?? failed) : failed;
    // The driver gives a silent connection up without a code; whoever looks at codes must not take it for our fault.
    if ((error as Error).message === "Query read timeout") Object.assign(error as Error, { code: "ETIMEDOUT" });
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}
