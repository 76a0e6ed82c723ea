import { createAuth } from "@onethread/auth";
import { mediaPlace } from "@onethread/core/settings";
import { checkReadiness, openContext, openMetrics, serveMetrics, webhookReceiver } from "@onethread/operations";
import { openSharedCounts } from "@onethread/realtime";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { type GatewayEnv, readEnv } from "./env.ts";
import { serve } from "./http/serve.ts";
import type { Services } from "./http/services.ts";
import { visitorLimits } from "./http/visitor-limits.ts";
import { openPresence } from "./presence.ts";
import { readyAnswer } from "./routes/operations.ts";

/** What is being answered when the gateway stops gets this long; all in all it is gone within ten seconds. Milliseconds. */
const finishWithinMs = 4000;

/**
 * So many may have connected without having been taken in yet: as many as Linux allows by itself (net.core.somaxconn).
 * When a gateway is back after all its screens have lost it, whoever finds the queue full tries again 1, 3, 7 and 15 s later.
 */
const backlog = 4096;

/** Both names of this machine, on both ports: people type either. */
function origins(env: GatewayEnv): string[] {
  const ports = [new URL(env.PUBLIC_URL).port, String(env.GATEWAY_PORT)].filter(Boolean);
  const local = ports.flatMap((port) => [`http://127.0.0.1:${port}`, `http://localhost:${port}`]);
  return [...new Set([new URL(env.PUBLIC_URL).origin, ...local, ...env.TRUSTED_ORIGINS])];
}

async function main(): Promise<void> {
  const env = readEnv();
  const log = pino({ level: env.LOG_LEVEL, base: { app: "gateway" }, redact: ["*.accessToken", "*.appSecret", "*.password", "*.token", "*.text"] });
  const simulated = [env.META_GRAPH_BASE_URL, env.META_INSTAGRAM_GRAPH_BASE_URL].some(
    (url) => !new URL(url).hostname.endsWith(".facebook.com") && !new URL(url).hostname.endsWith(".instagram.com"),
  );
  const { context, jobs, realtime, close } = await openContext({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    encryptionKeys: env.ENCRYPTION_KEYS,
    hosts: { facebook: env.META_GRAPH_BASE_URL, instagram: env.META_INSTAGRAM_GRAPH_BASE_URL },
    meta: {
      appSecrets: [...env.META_APP_SECRET, ...env.META_INSTAGRAM_APP_SECRET],
      verifyTokens: env.META_VERIFY_TOKEN,
      appIds: env.META_APP_ID,
      simulated,
    },
    publicUrl: env.PUBLIC_URL,
    media: mediaPlace(env),
    log,
    // Ten for people, four for the entrance; what operators look at across workspaces is little.
    ingestConnections: 2,
  });
  const trustedOrigins = origins(env);
  const metrics = env.METRICS_PORT
    ? openMetrics({ app: "gateway", database: context.database, now: context.now, liveConnections: () => live.connections() })
    : null;
  const counts = env.REDIS_URL
    ? openSharedCounts(env.REDIS_URL, (error) => log.warn({ error: error.name }, "Redis can't be asked: visitors are counted by each gateway"))
    : null;
  const services: Services = {
    context,
    realtime,
    presence: openPresence({ publish: realtime.publish }),
    countVisitors: visitorLimits(counts),
    log,
    trustedOrigins,
    auth: createAuth({
      database: context.database,
      secrets: context.secrets,
      now: context.now,
      baseUrl: env.PUBLIC_URL,
      secret: env.AUTH_SECRET,
      trustedOrigins,
      signInsPerMinute: env.SIGN_INS_PER_MINUTE,
    }),
    receive: webhookReceiver(context),
    publicUrl: env.PUBLIC_URL,
    simulatorUrl: env.SIMULATOR_URL ?? null,
    setUpToken: env.SETUP_TOKEN ?? null,
    readiness: checkReadiness({ database: context.database, jobs, realtime, now: context.now }),
    lifecycle: { stoppingSince: null },
    metrics,
  };
  const { app, live } = await createApp(services);
  const serving = serve(services, app, env.TRUSTED_PROXIES);
  const { server } = serving;
  server.keepAliveTimeout = 65_000;
  server.on("error", (error) => {
    log.fatal({ error: error.message }, `port ${env.GATEWAY_PORT} can't be used`);
    process.exit(1);
  });
  server.listen({ port: env.GATEWAY_PORT, host: env.GATEWAY_HOST, backlog }, () =>
    log.info({ port: env.GATEWAY_PORT, jobs: jobs.kind }, "the gateway is up"),
  );
  const closeMetrics =
    metrics && env.METRICS_PORT
      ? serveMetrics({
          port: env.METRICS_PORT,
          host: env.METRICS_HOST,
          metrics,
          health: () => ({ status: 200, body: { ok: true } }),
          readiness: () => readyAnswer(services),
          log,
        })
      : () => {};

  /** First it is not ready, then it takes nothing new, then it finishes what it began. */
  const stop = async () => {
    services.lifecycle.stoppingSince = new Date();
    serving.beginStopping();
    log.info({}, "the gateway is stopping");
    setTimeout(() => process.exit(0), env.SHUTDOWN_DELAY_SECONDS * 1000 + finishWithinMs + 1000).unref();
    await new Promise((resolve) => setTimeout(resolve, env.SHUTDOWN_DELAY_SECONDS * 1000));
    const finished = serving.stop(finishWithinMs);
    await live.close();
    await finished;
    await close();
    counts?.close();
    closeMetrics();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop().finally(() => process.exit(0)));
}

await main();
