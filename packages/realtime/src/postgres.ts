import pg from "pg";
import { type News, type Realtime, readNews } from "./news.ts";

const newsChannel = "onethread_news";
const nudgeChannel = "onethread_nudge";
/** NOTIFY takes at most 8000 bytes (https://www.postgresql.org/docs/18/sql-notify.html); some room for quoting. */
const payloadLimit = 7000;

/** A network that has gone silent is not waited for: news is worth a second, and the drain waits for it to be told. */
const patient = { keepAlive: true, pipeline: true, connectionTimeoutMillis: 1000, query_timeout: 3000 };
/** A listener hears nothing of a connection that died silently: it asks. Milliseconds. */
const pulseMs = 15_000;

/**
 * News over LISTEN/NOTIFY, on connections of their own: NOTIFY inside a busy transaction serialises all commits. What
 * several transactions have to say within one turn goes out in one statement.
 */
export function openPostgresRealtime(databaseUrl: string, onError: (error: Error) => void): Realtime {
  // What is told may be lost, so telling it need not wait for the disk.
  const options = "-c synchronous_commit=off";
  const pool = new pg.Pool({ ...patient, connectionString: databaseUrl, max: 1, application_name: "onethread_news", options });
  pool.on("error", onError);
  let waiting: News[] = [];
  let sending: Promise<void> | undefined;
  const listeners = new Set<Listener>();

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await pool.query("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", [newsChannel, pack(batch)]);
      } catch (error) {
        onError(error as Error);
      }
    }
  }

  return {
    publish: (news) => {
      waiting.push(...news);
      sending ??= flush().finally(() => {
        sending = undefined;
      });
      return sending;
    },
    subscribe: (tell, onGap) => {
      const hear = (payload: string) => {
        for (const news of readNews(payload)) tell(news);
      };
      return listen({ databaseUrl, listeners, channel: newsChannel, hear, onGap, onError });
    },
    check: async () => {
      if ([...listeners].some(({ hears }) => !hears)) throw new Error("the connection that listens is down");
      await pool.query("SELECT 1");
    },
    nudge: async () => {
      await pool.query({ name: "nudge", text: "SELECT pg_notify($1, '')", values: [nudgeChannel] }).catch(onError);
    },
    onNudge: (listener) => listen({ databaseUrl, listeners, channel: nudgeChannel, hear: listener, onGap: listener, onError }),
    close: () => pool.end(),
  };
}

function pack(news: News[]): string[] {
  const payloads: string[] = [];
  let current: News[] = [];
  let size = 2;
  for (const one of news) {
    const length = Buffer.byteLength(JSON.stringify(one)) + 1;
    if (size + length > payloadLimit && current.length > 0) {
      payloads.push(JSON.stringify(current));
      current = [];
      size = 2;
    }
    current.push(one);
    size += length;
  }
  if (current.length > 0) payloads.push(JSON.stringify(current));
  return payloads;
}

type Listener = { hears: boolean };
type Listening = {
  databaseUrl: string;
  listeners: Set<Listener>;
  channel: string;
  hear: (payload: string) => void;
  onGap: () => void;
  onError: (error: Error) => void;
};

async function listen({ databaseUrl, listeners, channel, hear, onGap, onError }: Listening): Promise<() => Promise<void>> {
  const listener: Listener = { hears: false };
  listeners.add(listener);
  let ended = false;
  let client: pg.Client | undefined;

  let due: NodeJS.Timeout | undefined;

  /** One attempt at a time: an attempt that fails also ends its connection, and both ask for the next. */
  function again(ms: number): void {
    if (ended) return;
    clearTimeout(due);
    due = setTimeout(() => void reconnect(), ms);
  }
  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...patient, connectionString: databaseUrl, application_name: "onethread_listen" });
    client = fresh;
    fresh.on("error", onError);
    // A pulse without an answer ends the connection, and that brings a new one.
    const pulse = setInterval(() => void fresh.query("SELECT 1").catch(onError), pulseMs);
    pulse.unref();
    fresh.on("end", () => {
      clearInterval(pulse);
      if (client !== fresh) return;
      listener.hears = false;
      again(500);
    });
    fresh.on("notification", (message) => hear(message.payload ?? ""));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${channel}`);
      listener.hears = true;
    } catch (error) {
      clearInterval(pulse);
      await fresh.end().catch(() => {});
      throw error;
    }
  }
  async function reconnect(): Promise<void> {
    try {
      await connect();
      onGap();
    } catch (error) {
      onError(error as Error);
      again(1000);
    }
  }
  try {
    await connect();
  } catch (error) {
    ended = true;
    clearTimeout(due);
    listeners.delete(listener);
    throw error;
  }
  return async () => {
    ended = true;
    clearTimeout(due);
    listeners.delete(listener);
    await client?.end();
  };
}
