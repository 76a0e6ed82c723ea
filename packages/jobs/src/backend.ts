import { createPostgresBackend, type JobsOptions, type PostgresConnectionOptions, Queue, runMigrations, Worker, type WorkerOptions } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";

export type BackendOptions = { databaseUrl: string; redisUrl?: string | undefined; onError: (error: Error) => void };

/** What the two backends' queues and workers have in common for us. */
export type JobQueue = { add(name: string, data: unknown, options: JobsOptions): Promise<unknown>; close(): Promise<void> };
type JobWorker = { waitUntilReady(): Promise<unknown>; close(): Promise<void> };
type RunJob = (job: { name: string; data: unknown }) => Promise<void>;
type WorkerSettings = Pick<WorkerOptions, "concurrency" | "lockDuration" | "stalledInterval" | "maxStalledCount">;

/** Where BullMQ keeps its jobs: on Redis when there is one, else in the same Postgres (schema `bullmq`). */
export type Backend = {
  kind: "postgres" | "redis";
  queue(name: string): JobQueue;
  worker(name: string, run: RunJob, settings: WorkerSettings): JobWorker;
  /** Rejects when it does not answer. */
  check(): Promise<unknown>;
  close(): Promise<void>;
};

export async function openBackend(options: BackendOptions): Promise<Backend> {
  return options.redisUrl ? openRedis(options.redisUrl, options.onError) : openPostgres(options.databaseUrl, options.onError);
}

function openRedis(url: string, onError: (error: Error) => void): Backend {
  const open: Redis[] = [];
  let asked: Redis | undefined;
  const connect = (forWorker: boolean) => {
    // A producer answers at once when Redis is away (the sweeper rings later); a worker waits for it to come back.
    const redis = new Redis(url, forWorker ? { maxRetriesPerRequest: null } : { maxRetriesPerRequest: null, commandTimeout: 1000 });
    redis.on("error", onError);
    open.push(redis);
    return redis;
  };
  return {
    kind: "redis",
    check: () => {
      asked ??= connect(false);
      return asked.ping();
    },
    queue: (name) => watched(new Queue(name, { connection: connect(false), prefix: "onethread" }), onError),
    worker: (name, run, settings) => watched(new Worker(name, run, { ...settings, connection: connect(true), prefix: "onethread" }), onError),
    close: async () => {
      for (const redis of open) redis.disconnect();
    },
  };
}

async function openPostgres(databaseUrl: string, onError: (error: Error) => void): Promise<Backend> {
  const open = (max: number) => {
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      max,
      keepAlive: true,
      // A job is a doorbell, the row it points at is the truth: it need not wait for the disk.
      options: "-c search_path=bullmq -c synchronous_commit=off",
      application_name: "onethread_jobs",
    });
    pool.on("error", onError);
    return pool;
  };
  const pool = open(8);
  const client = await pool.connect();
  try {
    await runMigrations(client, "bullmq");
  } finally {
    client.release();
  }
  // The library describes the pool by a shape of its own, which pg's types meet in all but optional members.
  const connection = pool as unknown as PostgresConnectionOptions;
  return {
    kind: "postgres",
    check: () => pool.query("SELECT 1"),
    queue: (name) => {
      const queue = new Queue(name, { connection }, createPostgresBackend);
      return watched(queue, onError);
    },
    worker: (name, run, settings) => {
      const worker = new Worker(name, run, { ...settings, connection }, createPostgresBackend);
      return watched(worker, onError);
    },
    close: () => pool.end(),
  };
}

function watched<T extends { on(event: "error", listener: (error: Error) => void): unknown }>(thing: T, onError: (error: Error) => void): T {
  thing.on("error", onError);
  return thing;
}
