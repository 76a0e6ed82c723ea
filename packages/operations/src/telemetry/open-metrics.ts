import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Context } from "../context.ts";
import { type IngestFigures, ingestFigures } from "./ingest-figures.ts";

/** What a process counts. No label has more than a few dozen values, and none holds an id or what people wrote. */
export type Metrics = {
  request(route: string, status: number, seconds: number): void;
  job(run: { name: string; ms: number; error?: Error | undefined }): void;
  drained(by: "job" | "sweep", settled: number, seconds: number): void;
  sent(channel: string, outcome: string, errorClass: string | null): void;
  /** The text a Prometheus server reads. */
  text(): Promise<string>;
  contentType: string;
};

export type MetricsOptions = {
  app: "gateway" | "worker";
  database: Context["database"];
  now: () => Date;
  liveConnections?: () => number;
};

/** Seconds: from a quick answer to what is close to a platform's patience. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** Opens a process' own registry: each process is scraped by itself. */
export function openMetrics({ app, database, now, liveConnections }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  registry.setDefaultLabels({ app });
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: "onethread_http_requests_total",
    help: "Requests answered, by kind of route and class of status",
    labelNames: ["route", "status"],
    registers,
  });
  const requestTime = new Histogram({
    name: "onethread_http_request_seconds",
    help: "Time to answer a request; streams are left out",
    labelNames: ["route"],
    buckets,
    registers,
  });
  const jobs = new Counter({ name: "onethread_jobs_total", help: "Jobs run here, by outcome", labelNames: ["job", "outcome"], registers });
  const jobTime = new Histogram({ name: "onethread_job_seconds", help: "Time a job ran", labelNames: ["job"], buckets, registers });
  const drainTime = new Histogram({
    name: "onethread_drain_seconds",
    help: "Time a batch of webhooks took to be worked off (job), or a sweep that found some (sweep)",
    labelNames: ["by"],
    buckets,
    registers,
  });
  const settled = new Counter({ name: "onethread_webhooks_settled_total", help: "Stored webhooks this process worked off", registers });
  const sends = new Counter({
    name: "onethread_sends_total",
    help: "Attempts to send, by what came of them and the class of the error",
    labelNames: ["channel", "outcome", "class"],
    registers,
  });
  gaugesOfDatabase(registers, database);
  gaugesOfIngestion(registers, () => ingestFigures(database, now()));
  if (liveConnections) {
    new Gauge({
      name: "onethread_live_connections",
      help: "Open streams of live updates",
      registers,
      collect() {
        this.set(liveConnections());
      },
    });
  }

  return {
    request: (route, status, seconds) => {
      requests.inc({ route, status: `${Math.floor(status / 100)}xx` });
      if (route !== "live") requestTime.observe({ route }, seconds);
    },
    job: ({ name, ms, error }) => {
      jobs.inc({ job: name, outcome: error ? "failed" : "done" });
      jobTime.observe({ job: name }, ms / 1000);
    },
    drained: (by, count, seconds) => {
      if (count > 0) drainTime.observe({ by }, seconds);
      settled.inc(count);
    },
    sent: (channel, outcome, errorClass) => sends.inc({ channel, outcome, class: errorClass ?? "none" }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function gaugesOfDatabase(registers: Registry[], database: Context["database"]): void {
  new Gauge({
    name: "onethread_db_connections",
    help: "Connections of this process' pools, and requests that wait for one",
    labelNames: ["pool", "state"],
    registers,
    collect() {
      for (const pool of ["app", "ingest", "entrance"] as const) {
        const { totalCount, idleCount, waitingCount } = database[pool];
        this.set({ pool, state: "used" }, totalCount - idleCount);
        this.set({ pool, state: "idle" }, idleCount);
        this.set({ pool, state: "waiting" }, waitingCount);
      }
    },
  });
}

/** Asked of the database when somebody reads them, once for both; while it is away the last figures would lie, so there are none. */
function gaugesOfIngestion(registers: Registry[], read: () => Promise<IngestFigures>): void {
  let reading: Promise<IngestFigures | null> | undefined;
  const figures = () => {
    reading ??= read()
      .catch(() => null)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  new Gauge({
    name: "onethread_webhook_events",
    help: "Stored webhooks that are not processed, by state; counted to 10000 at most",
    labelNames: ["state"],
    registers,
    async collect() {
      const found = await figures();
      this.reset();
      for (const [state, count] of Object.entries(found?.events ?? {})) this.set({ state }, count);
    },
  });
  new Gauge({
    name: "onethread_ingest_lag_seconds",
    help: "Age of the oldest stored webhook that is not worked off yet",
    registers,
    async collect() {
      const found = await figures();
      if (found) this.set(found.lagSeconds);
      else this.remove();
    },
  });
}
