import { mediaPlace } from "@onethread/core/settings";
import type { Handlers, JobName } from "@onethread/jobs";
import { checkReadiness, isWebhookOverdue, openContext, openMetrics, openNudges, serveMetrics, sweep, tellAllToRefetch } from "@onethread/operations";
import { pino } from "pino";
import type { WorkerEnv } from "./env.ts";
import { guardEventLoop } from "./event-loop-guard.ts";
import type { WorkerContext } from "./handlers.ts";
import { keepSweeping } from "./keep-sweeping.ts";
import { progressBook } from "./progress.ts";
import { watchdog } from "./watchdog.ts";
import { watchedContext } from "./watched-context.ts";

/**
 * A statement ends after 16 s at the latest (packages/db/src/client/pools.ts), all else we wait for in a run without saying
 * so takes no time: 25 s of silence is a standstill. What has a limit of its own, such as a download, may take ten minutes.
 */
const defaultPatience = {
  silence: 25,
  wait: 600,
  /** Nothing a worker does keeps its event loop busy: its jobs are taken away after 5 s. */ loop: 10,
};
/** What runs when the worker is told to stop gets this long; its rows are released or taken over by others. */
const finishWithinMs = 9000;

/** Runs a worker until it is told to stop. `makeHandlers`: what each job does. */
export async function runWorker(
  env: WorkerEnv,
  makeHandlers: (context: WorkerContext) => Handlers,
  patience: typeof defaultPatience = defaultPatience,
): Promise<void> {
  const log = pino({ level: env.LOG_LEVEL, base: { app: "worker" }, redact: ["*.accessToken", "*.token", "*.text"] });
  const progress = progressBook(patience);
  const callOffGuard = guardEventLoop(patience.loop);
  const opened = await openContext({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    encryptionKeys: env.ENCRYPTION_KEYS,
    hosts: { facebook: env.META_GRAPH_BASE_URL, instagram: env.META_INSTAGRAM_GRAPH_BASE_URL },
    meta: { appSecrets: [], verifyTokens: [], appIds: env.META_APP_ID, simulated: false },
    publicUrl: env.PUBLIC_URL,
    media: mediaPlace(env),
    log,
    appConnections: 4,
    ingestConnections: 15,
    entranceConnections: 1,
    onStatement: progress.wait,
  });
  const { jobs, realtime, close } = opened;
  const metrics = env.METRICS_PORT ? openMetrics({ app: "worker", database: opened.context.database, now: opened.context.now }) : null;
  const counts = { settled: 0, sweeps: 0 };
  const drained = (by: "job" | "sweep") => (settled: number, ms: number) => {
    counts.settled += settled;
    metrics?.drained(by, settled, ms / 1000);
  };
  const nudges = openNudges();
  // Not waited for: without nudges a drain is started by its job and by the sweep.
  const listening = realtime.onNudge(nudges.nudge);
  listening.catch((error: Error) => log.warn({ error: error.message }, "nudges can't be heard"));
  const context: WorkerContext = {
    ...watchedContext(opened.context, progress),
    nudges,
    drained: drained("job"),
    ...(metrics ? { sent: metrics.sent } : {}),
  };

  const given = makeHandlers(context);
  const names = Object.keys(given) as JobName[];
  const handlers = Object.fromEntries(
    names.map((name) => [name, (payload: never) => progress.run(name, () => given[name](payload))]),
  ) as unknown as Handlers;
  const stopJobs = await jobs.work(handlers, (run) => {
    const { name, ms, error } = run;
    metrics?.job(run);
    if (error) log.warn({ job: name, ms: Math.round(ms), error: error.message }, "a job failed");
    else log.debug({ job: name, ms: Math.round(ms) }, "a job is done");
  });

  const look = watchdog({ progress, counts, isOverdue: (ms) => isWebhookOverdue(context, ms) });
  const watching = setInterval(() => {
    void look().then((stuck) => {
      if (!stuck || stopping) return;
      log.fatal({ running: progress.running() }, `${stuck}: the worker ends itself`);
      process.exit(1);
    });
  }, 1000);

  // Not waited for: screens that are wrong for longer do not keep a worker from working.
  tellAllToRefetch(context).catch((error: Error) => log.warn({ error: error.message }, "screens were not told to fetch again"));

  let stopping = false;
  async function sweepOnce(): Promise<void> {
    const started = performance.now();
    try {
      const settled = await progress.run("sweep", () => sweep(context));
      counts.sweeps++;
      drained("sweep")(settled, performance.now() - started);
    } catch (error) {
      // The database being away is no hang: it is tried again in 2 s.
      log.warn({ error: (error as Error).message }, "a sweep failed");
    }
  }
  const stopSweeping = keepSweeping(sweepOnce);
  const readiness = checkReadiness({ database: context.database, jobs, realtime, now: context.now });
  const closeMetrics =
    metrics && env.METRICS_PORT
      ? serveMetrics({
          port: env.METRICS_PORT,
          host: env.METRICS_HOST,
          metrics,
          health: () => ({ status: stopping ? 503 : 200, body: { ok: !stopping, sweeps: counts.sweeps, running: progress.running() } }),
          readiness: async () => {
            const found = await readiness();
            return { status: found.ready ? 200 : 503, body: found };
          },
          log,
        })
      : () => {};
  log.info({ jobs: jobs.kind }, "the worker is up");

  const stop = async () => {
    stopping = true;
    const swept = stopSweeping();
    clearInterval(watching);
    log.info({}, "the worker is stopping");
    setTimeout(() => {
      log.warn({ running: progress.running() }, "not all work has ended in time: others take it over");
      process.exit(0);
    }, finishWithinMs);
    await stopJobs();
    await swept;
    await listening.then(
      (end) => end(),
      () => {},
    );
    await close();
    closeMetrics();
    callOffGuard();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop().finally(() => process.exit(0)));
}
