import { freePort } from "@onethread/db/embedded";
import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { webhookReceiver } from "../receive-webhook.ts";
import { openMetrics } from "./open-metrics.ts";
import { serveMetrics } from "./serve-metrics.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const open = (of: World = world) => openMetrics({ app: "worker", database: of.database, now: () => world.clock.now, liveConnections: () => 7 });
const linesOf = async (metrics: ReturnType<typeof open>): Promise<string[]> => (await metrics.text()).split("\n");

it("tells what was counted, how far behind ingestion is, and who waits for a connection", async () => {
  const metrics = open();
  await webhookReceiver(world.context)(signed({ object: "page", entry: [] }, testAppSecret));
  world.clock.now = new Date(world.clock.now.getTime() + 90_000);
  metrics.request("customers", 404, 0.02);
  metrics.request("live", 200, 3600);
  metrics.job({ name: "media.fetch", ms: 1200, error: new Error("a name of somebody") });
  metrics.drained("job", 150, 0.4);
  metrics.sent("whatsapp", "rejected", "window_closed");
  metrics.sent("whatsapp", "sent", null);
  const lines = await linesOf(metrics);
  for (const line of [
    'onethread_http_requests_total{route="customers",status="4xx",app="worker"} 1',
    'onethread_http_request_seconds_count{app="worker",route="customers"} 1',
    'onethread_jobs_total{job="media.fetch",outcome="failed",app="worker"} 1',
    'onethread_webhooks_settled_total{app="worker"} 150',
    'onethread_sends_total{channel="whatsapp",outcome="rejected",class="window_closed",app="worker"} 1',
    'onethread_sends_total{channel="whatsapp",outcome="sent",class="none",app="worker"} 1',
    'onethread_ingest_lag_seconds{app="worker"} 90',
    'onethread_webhook_events{state="pending",app="worker"} 1',
    'onethread_webhook_events{state="quarantined",app="worker"} 0',
    'onethread_db_connections{pool="ingest",state="waiting",app="worker"} 0',
    'onethread_live_connections{app="worker"} 7',
  ])
    expect(lines).toContain(line);
  // A stream's hour is no answer's time, and no error's words get in.
  const text = lines.join("\n");
  expect(text).not.toMatch(/request_seconds_count\{[^}]*route="live"|somebody/);
  expect(text).toContain("nodejs_eventloop_lag_seconds");
});

it("gives no figure of ingestion while the database is away, and all others", async () => {
  const other = await createWorld();
  const metrics = open(other);
  await other.close();
  const lines = await linesOf(metrics);
  expect(lines.filter((line) => line.startsWith("onethread_ingest_lag_seconds"))).toEqual([]);
  expect(lines).toContain('onethread_live_connections{app="worker"} 7');
});

it("is served beside health and readiness, and nothing else is", async () => {
  const port = await freePort();
  const close = serveMetrics({
    port,
    host: "127.0.0.1",
    metrics: open(),
    health: () => ({ status: 200, body: { ok: true } }),
    readiness: async () => ({ status: 503, body: { ready: false } }),
    log: world.context.log,
  });
  onTestFinished(close);
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
  };
  await expect.poll(() => get("/healthz").catch(() => null)).toEqual({ status: 200, type: "application/json", text: '{"ok":true}' });
  expect((await get("/readyz")).status).toBe(503);
  expect(await get("/metrics")).toMatchObject({
    status: 200,
    type: expect.stringContaining("text/plain"),
    text: expect.stringContaining("# HELP onethread_"),
  });
  expect((await get("/api/v1/customers")).status).toBe(404);
});
