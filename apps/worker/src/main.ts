import { mediaPlace } from "@onethread/core/settings";
import { openContext, sweep } from "@onethread/operations";
import { pino } from "pino";
import { readEnv } from "./env.ts";
import { handlers } from "./handlers.ts";

const sweepEveryMs = 2000;
/** A worker that is alive but has not finished a sweep for this long is stuck: it exits and is started again. */
const stuckAfterMs = 60_000;

async function main(): Promise<void> {
  const env = readEnv();
  const log = pino({ level: env.LOG_LEVEL, base: { app: "worker" }, redact: ["*.accessToken", "*.token", "*.text"] });
  const { context, jobs, close } = await openContext({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    encryptionKeys: env.ENCRYPTION_KEYS,
    hosts: { facebook: env.META_GRAPH_BASE_URL, instagram: env.META_INSTAGRAM_GRAPH_BASE_URL },
    meta: { appSecrets: [], verifyTokens: [], appIds: env.META_APP_ID, simulated: false },
    publicUrl: env.PUBLIC_URL,
    media: mediaPlace(env),
    log,
    appConnections: 4,
    ingestConnections: 16,
  });
  const stopJobs = await jobs.work(handlers(context), ({ name, ms, error }) => {
    if (error) log.warn({ job: name, ms: Math.round(ms), error: error.message }, "a job failed");
    else log.debug({ job: name, ms: Math.round(ms) }, "a job is done");
  });

  let progress = Date.now();
  let stopping = false;
  let sweeping: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (Date.now() - progress > stuckAfterMs) {
      log.fatal("no sweep has finished for a minute");
      process.exit(1);
    }
  }, 5000);
  const loop = async () => {
    while (!stopping) {
      sweeping = sweep(context).then(
        () => {
          progress = Date.now();
        },
        (error: Error) => {
          // The database being away is no hang: it is tried again in 2 s.
          progress = Date.now();
          log.warn({ error: error.message }, "a sweep failed");
        },
      );
      await sweeping;
      await new Promise((resolve) => setTimeout(resolve, sweepEveryMs));
    }
  };
  void loop();
  log.info({ jobs: jobs.kind }, "the worker is up");

  const stop = () => {
    stopping = true;
    clearInterval(timer);
    setTimeout(() => process.exit(0), 10_000).unref();
    void stopJobs()
      .then(() => sweeping)
      .then(close)
      .finally(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

await main();
