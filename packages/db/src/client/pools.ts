import pg from "pg";

/** Rows with 64-bit numbers come as strings; the ones we read as numbers (counts) are cast in SQL. */
export type Database = {
  /** Owns nothing; sees one workspace at a time. */
  app: pg.Pool;
  /** Drain, sweep, claims, and what is looked up across workspaces. */
  ingest: pg.Pool;
  /**
   * What must not wait behind anybody: taking webhooks in, who is asking, sign-in, whether all is well. As the ingest role,
   * but only short statements that find a few rows by a key.
   */
  entrance: pg.Pool;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  url: string;
  /** Connections of each pool. */
  appConnections?: number;
  ingestConnections?: number;
  entranceConnections?: number;
  /** A connection on which a statement has had no answer for this long is dead and is given up. Milliseconds. */
  silentAfterMs?: number;
  onError?: (error: Error) => void;
  /** Told of each statement that is under way, by the caller's own turn: who watches progress wants to know. */
  onStatement?: ((ending: Promise<unknown>) => void) | undefined;
};

/** The server itself ends a statement after this time, so that silence for longer means a dead connection. Milliseconds. */
const statementTimeout = 15_000;
/**
 * Who does nothing in the middle of a transaction for this long was stopped: the server takes its locks away before those
 * who wait for them give up. Our transactions wait for nothing but the database. Milliseconds.
 */
const stoppedAfter = 8000;

export function openDatabase({
  url,
  appConnections = 10,
  ingestConnections = 6,
  entranceConnections = 4,
  silentAfterMs = statementTimeout + 1000,
  onError,
  onStatement,
}: DatabaseOptions): Database {
  const open = (name: string, role: string, max: number, more = "") => {
    const pool = new pg.Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: 1000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      // A peer that vanished closes nothing: without this, who waits on its connection waits until TCP gives up (15 min).
      query_timeout: silentAfterMs,
      // Statements that don't need each other's answers share one round trip; they run in the order they were given.
      pipeline: true,
      application_name: name,
      // Compiling a plan costs tens of milliseconds, more than any of our statements takes: so no JIT.
      // The role is a start-up setting: a login role that was not granted it can't connect at all, rather than run open.
      options: `-c role=${role} -c jit=off -c statement_timeout=${statementTimeout} -c idle_in_transaction_session_timeout=${stoppedAfter}${more}`,
    });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    pool.on("error", (error) => onError?.(error));
    if (onStatement) pool.on("connect", (client) => tell(client, onStatement));
    return pool;
  };
  const app = open("onethread_app", "onethread_app", appConnections);
  // The hot statements take sets of unknown size as one parameter: a plan made anew for each says nothing new, and
  // making it costs as much as running it.
  const [role, more] = ["onethread_ingest", " -c plan_cache_mode=force_generic_plan"];
  const ingest = open(role, role, ingestConnections, more);
  const entrance = open("onethread_entrance", role, entranceConnections, more);
  return {
    app,
    ingest,
    entrance,
    close: async () => {
      await Promise.all([app.end(), ingest.end(), entrance.end()]);
    },
  };
}

/** Every statement on this connection is told of. The driver's `query` has many forms; those that answer a promise are ours. */
function tell(client: pg.PoolClient, onStatement: (ending: Promise<unknown>) => void): void {
  const ask = client.query.bind(client) as (...args: unknown[]) => unknown;
  const told = (...args: unknown[]): unknown => {
    const answer = ask(...args);
    if (answer instanceof Promise) onStatement(answer);
    return answer;
  };
  client.query = told as typeof client.query;
}
