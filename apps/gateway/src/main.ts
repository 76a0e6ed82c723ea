import { createAuth } from "@onethread/auth";
import { mediaPlace } from "@onethread/core/settings";
import { openContext, webhookReceiver } from "@onethread/operations";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { type GatewayEnv, readEnv } from "./env.ts";
import { serve } from "./http/serve.ts";
import type { Services } from "./http/services.ts";

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
  });
  const trustedOrigins = origins(env);
  const services: Services = {
    context,
    realtime,
    log,
    trustedOrigins,
    auth: createAuth({ database: context.database, baseUrl: env.PUBLIC_URL, secret: env.AUTH_SECRET, trustedOrigins }),
    receive: webhookReceiver(context),
    publicUrl: env.PUBLIC_URL,
    simulatorUrl: env.SIMULATOR_URL ?? null,
    setUpToken: env.SETUP_TOKEN ?? null,
    jobsKind: jobs.kind,
  };
  const { app, close: closeApp } = await createApp(services);
  const server = serve(services, app, env.TRUSTED_PROXIES);
  server.keepAliveTimeout = 65_000;
  server.on("error", (error) => {
    log.fatal({ error: error.message }, `port ${env.GATEWAY_PORT} can't be used`);
    process.exit(1);
  });
  server.listen(env.GATEWAY_PORT, env.GATEWAY_HOST, () => log.info({ port: env.GATEWAY_PORT, jobs: jobs.kind }, "the gateway is up"));

  const stop = () => {
    setTimeout(() => process.exit(0), 5000).unref();
    server.close();
    server.closeAllConnections();
    void closeApp()
      .then(close)
      .finally(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

await main();
