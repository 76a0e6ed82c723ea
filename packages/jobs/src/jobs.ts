import { type Backend, type BackendOptions, type JobQueue, openBackend } from "./backend.ts";
import { catalog, type Handlers, type JobName, type JobPayload, queueNames } from "./catalog.ts";

export type Jobs = {
  kind: Backend["kind"];
  /** Rings for a job. Never throws: a ring that fails is made good by the sweeper, and is reported to `onError`. */
  enqueue<N extends JobName>(name: N, payload: JobPayload<N>): Promise<void>;
  /**
   * Rings for what should have been done by now. An ordinary ring is folded into a job that counts as running, and one
   * whose worker died or never heard that it was its own may count as running for as long as clocks were wrong; this one
   * is folded only into others of the same minute.
   */
  insist<N extends JobName>(name: N, payload: JobPayload<N>): Promise<void>;
  /** Starts running jobs in this process. Answers a function that stops claiming, and waits for what runs. */
  work(handlers: Handlers, observe?: JobObserver): Promise<() => Promise<void>>;
  /** Rejects when the queue can't be reached. Rings are lost then, and the sweeper does their work. */
  check(): Promise<unknown>;
  close(): Promise<void>;
};

export type JobObserver = (run: { name: JobName; ms: number; error?: Error | undefined }) => void;

export async function openJobs(options: BackendOptions): Promise<Jobs> {
  const backend = await openBackend(options);
  const queues = new Map<string, JobQueue>(queueNames.map((name) => [name, backend.queue(name)]));
  async function ring<N extends JobName>(name: N, payload: JobPayload<N>, suffix: string): Promise<void> {
    const entry = catalog[name];
    const id = (entry.deduplicate as (value: unknown) => string)(payload);
    try {
      await queues.get(entry.queue)?.add(name, payload, {
        attempts: entry.attempts,
        backoff: { type: "exponential", delay: entry.backoffMs },
        // keepLastIfActive: a ring during a run makes one more run, else what came in meanwhile would wait for the sweeper.
        deduplication: { id: `${id}${suffix}`, keepLastIfActive: true },
        removeOnComplete: true,
        removeOnFail: 100,
      });
    } catch (error) {
      options.onError(error as Error);
    }
  }
  return {
    kind: backend.kind,
    enqueue: (name, payload) => ring(name, payload, ""),
    insist: (name, payload) => ring(name, payload, `@${Math.floor(Date.now() / 60_000)}`),
    check: () => backend.check(),
    work: (handlers, observe) => startWorkers(backend, handlers, observe),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

async function startWorkers(backend: Backend, handlers: Handlers, observe?: JobObserver): Promise<() => Promise<void>> {
  const workers = queueNames.map((queue) => {
    const concurrency = Math.max(
      ...Object.values(catalog)
        .filter((entry) => entry.queue === queue)
        .map((entry) => entry.concurrency),
    );
    return backend.worker(queue, (job) => run(job.name as JobName, job.data, handlers, observe), {
      concurrency,
      // A killed worker's jobs are taken over within seconds, however often it is killed: the row decides when to give up.
      lockDuration: 5000,
      stalledInterval: 5000,
      maxStalledCount: 50,
    });
  });
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  return async () => {
    await Promise.all(workers.map((worker) => worker.close()));
  };
}

async function run(name: JobName, data: unknown, handlers: Handlers, observe?: JobObserver): Promise<void> {
  const started = performance.now();
  let failure: Error | undefined;
  try {
    const payload = catalog[name].payload.parse(data);
    await (handlers[name] as (value: unknown) => Promise<void>)(payload);
  } catch (error) {
    failure = error as Error;
    throw error;
  } finally {
    observe?.({ name, ms: performance.now() - started, error: failure });
  }
}
