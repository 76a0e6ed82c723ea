import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Cluster, openCluster } from "@onethread/db/embedded";
import { arePagesStale, buildPages } from "./instance/build-pages.ts";
import { demoAccounts, dropUnfinishedDemo, readDemo, runSeed } from "./instance/demo.ts";
import { openHome } from "./instance/home.ts";
import { claimFolder, clearLeftovers, refuseTakenPorts } from "./instance/leftovers.ts";
import { migrateDatabase } from "./instance/migrate-database.ts";
import { progress, Stop, say } from "./instance/say.ts";
import { type Supervised, supervise } from "./instance/supervise.ts";
import { waitUntilUp } from "./instance/wait-until-up.ts";

const external = process.env.DATABASE_URL || undefined;
const demo = (process.env.ONETHREAD_DEMO ?? (external ? "0" : "1")) === "1";
const ports = {
  console: Number(process.env.PORT ?? 3000),
  gateway: Number(process.env.GATEWAY_PORT ?? 4000),
  simulator: Number(process.env.SIMULATOR_PORT ?? 4010),
};
const urls = {
  console: `http://127.0.0.1:${ports.console}`,
  gateway: `http://127.0.0.1:${ports.gateway}`,
  simulator: `http://127.0.0.1:${ports.simulator}`,
};

const supervised: Supervised[] = [];
let cluster: Cluster | undefined;
let stopping: Promise<void> | undefined;

/** Ends everything in order: first those who use Postgres, then Postgres. */
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    await Promise.all(supervised.map((one) => one.stop()));
    cluster?.stop();
    rmSync(path.join(instance.run, "postgres.pid"), { force: true });
    rmSync(path.join(instance.run, "start.pid"), { force: true });
  })();
  return stopping;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (!stopping) say("\nStopping …");
    void stopAll().then(() => process.exit(0));
  });
}

const instance = openHome();
const demoFile = path.join(instance.home, "demo.json");
try {
  await start();
} catch (error) {
  if (!stopping) process.stderr.write(error instanceof Stop ? `\n${error.message}\n` : `\n${(error as Error).stack}\n`);
  await stopAll();
  process.exit(1);
}

async function start(): Promise<void> {
  const { home, run, logs, secrets } = instance;
  const { step } = progress(demo ? 6 : 5);
  claimFolder(run, home);
  rmSync(demoFile, { force: true });
  await clearLeftovers(run);
  await refuseTakenPorts([
    { name: "console", port: ports.console, variable: "PORT" },
    { name: "gateway", port: ports.gateway, variable: "GATEWAY_PORT" },
    ...(demo ? [{ name: "simulator", port: ports.simulator, variable: "SIMULATOR_PORT" }] : []),
  ]);

  const databaseUrl = external ?? (await step(`Starting Postgres in ${path.join(home, "postgres")}`, startPostgres));
  if (external) await step("Using the database of DATABASE_URL", async () => {});
  if (demo && !external) await dropUnfinishedDemo(home, databaseUrl);
  await step("Migrating the database", () => migrateDatabase(databaseUrl));

  const env = appEnvironment(databaseUrl);
  if (demo) prepareDemo(env);
  // What needs no console goes on while it is being built.
  const gateway = step("Starting gateway, worker and simulator", () => startServices(env));
  const build = arePagesStale()
    ? step("Building the console (once, up to a minute)", () => buildPages(logs))
    : step("The console is built already", async () => {});
  await gateway;
  const seed = demo ? step("Filling the demo workspace", () => runSeed(home, env, say)) : Promise.resolve();
  await Promise.all([build, seed]);
  await step("Starting the console", async () => {
    launch(
      "console",
      [
        "--import",
        "./apps/console/keep-title.mjs",
        "apps/console/node_modules/next/dist/bin/next",
        "start",
        "apps/console",
        "-p",
        String(ports.console),
        "-H",
        process.env.HOST ?? "127.0.0.1",
      ],
      { ...env, NODE_ENV: "production", ...consoleDemo() },
    );
    await waitUntilUp("console", `${urls.console}/login`, path.join(logs, "console.log"));
  });
  if (cluster) watchPostgres(cluster, run);
  announce(secrets.setUpToken);
}

function consoleDemo(): Record<string, string> {
  const made = demo ? readDemo(instance.home) : null;
  return made ? { ONETHREAD_DEMO_EMAIL: made.email, ONETHREAD_DEMO_PASSWORD: made.password } : {};
}

async function startPostgres(): Promise<string> {
  cluster = await openCluster({ home: instance.home });
  await cluster.start();
  writeFileSync(path.join(instance.run, "postgres.pid"), String(cluster.postmasterPid() ?? ""));
  return cluster.url("onethread");
}

/** Everything the apps read. What the caller set wins over what an instance makes up for itself. */
function appEnvironment(databaseUrl: string): Record<string, string | undefined> {
  const { secrets } = instance;
  const simulated = demo
    ? { META_GRAPH_BASE_URL: `${urls.simulator}/graph`, META_INSTAGRAM_GRAPH_BASE_URL: `${urls.simulator}/graph-instagram` }
    : {};
  const made = {
    AUTH_SECRET: secrets.authSecret,
    ENCRYPTION_KEYS: secrets.encryptionKey,
    PUBLIC_URL: urls.console,
    SETUP_TOKEN: secrets.setUpToken,
    MEDIA_FOLDER: path.join(instance.home, "media"),
    ...(demo
      ? {
          META_APP_ID: secrets.metaAppId,
          META_APP_SECRET: secrets.metaAppSecret,
          META_VERIFY_TOKEN: secrets.metaVerifyToken,
          SIMULATOR_URL: urls.simulator,
        }
      : {}),
    ...simulated,
  };
  return {
    ...made,
    ...process.env,
    DATABASE_URL: databaseUrl,
    GATEWAY_PORT: String(ports.gateway),
    SIMULATOR_PORT: String(ports.simulator),
    GATEWAY_URL: urls.gateway,
    DEMO_PASSWORD: secrets.demoPassword,
    SIMULATOR_CONFIG: path.join(instance.run, "simulator.json"),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

function prepareDemo(env: Record<string, string | undefined>): void {
  const config = {
    webhookUrl: `${urls.gateway}/webhooks/meta`,
    appSecret: env.META_APP_SECRET?.split(",")[0],
    verifyToken: env.META_VERIFY_TOKEN?.split(",")[0],
    appId: env.META_APP_ID?.split(",")[0],
    accounts: demoAccounts,
    stateFile: path.join(instance.home, "simulator-state.json"),
  };
  writeFileSync(path.join(instance.run, "simulator.json"), JSON.stringify(config, null, 2), { mode: 0o600 });
}

function launch(name: string, args: string[], env: Record<string, string | undefined>): void {
  supervised.push(supervise({ name, args, env, run: instance.run, logs: instance.logs }));
}

async function startServices(env: Record<string, string | undefined>): Promise<void> {
  launch("gateway", ["--import", "tsx", "apps/gateway/src/main.ts"], env);
  // Both have metrics, each on a port of its own.
  const next = env.METRICS_PORT ? { METRICS_PORT: String(Number(env.METRICS_PORT) + 1) } : {};
  launch("worker", ["--import", "tsx", "apps/worker/src/main.ts"], { ...env, ...next });
  if (demo) launch("simulator", ["--import", "tsx", "packages/simulator/src/main.ts"], env);
  await waitUntilUp("gateway", `${urls.gateway}/readyz`, path.join(instance.logs, "gateway.log"));
  if (demo) await waitUntilUp("simulator", `${urls.simulator}/healthz`, path.join(instance.logs, "simulator.log"));
}

/** A killed postmaster is recovered. */
function watchPostgres(running: Cluster, run: string): void {
  const check = async () => {
    if (!stopping && !(await running.isUp())) {
      say("Postgres does not answer: starting it again.");
      await running.start().catch((error: Error) => say(error.message));
      writeFileSync(path.join(run, "postgres.pid"), String(running.postmasterPid() ?? ""));
    }
    if (!stopping) setTimeout(() => void check(), 1000);
  };
  setTimeout(() => void check(), 1000);
}

function announce(setUpToken: string): void {
  const made = demo ? readDemo(instance.home) : null;
  if (made) {
    const { apiKey, workspaceId, channelAccounts, email, password } = made;
    const { metaAppSecret, metaVerifyToken } = instance.secrets;
    const meta = {
      appSecret: process.env.META_APP_SECRET?.split(",")[0] ?? metaAppSecret,
      verifyToken: process.env.META_VERIFY_TOKEN?.split(",")[0] ?? metaVerifyToken,
    };
    const content = {
      consoleUrl: urls.console,
      gatewayUrl: urls.gateway,
      simulatorUrl: urls.simulator,
      workspaceId,
      email,
      password,
      apiKey,
      meta,
      channelAccounts,
    };
    writeFileSync(demoFile, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  }
  say("");
  say(`Onethread is up. Console    ${urls.console}`);
  say(`                 API        ${urls.gateway}/api/docs`);
  if (made) {
    say(`                 Simulator  ${urls.simulator}   (three phones: play the customer)`);
    say(`                 Sign in    ${made.email}   ${made.password}`);
    say(`                 API key    ${made.apiKey}`);
    say(`                 All of it  ${demoFile}`);
  } else {
    say(`Not set up yet? Open ${urls.console}/setup and use the set-up token ${setUpToken}`);
  }
  say(`                 Logs       ${instance.logs}`);
  say("Stop with Ctrl-C.");
}
