import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Actor, scopes } from "@onethread/core";
import { freePort, openCluster } from "@onethread/db/embedded";
import { connectChannel, createApiKey, openContext, setUpWorkspace } from "@onethread/operations";
import { startTestRedis } from "../packages/testing/src/redis.ts";
import { root } from "../scripts/instance/home.ts";
import { migrateDatabase } from "../scripts/instance/migrate-database.ts";
import { waitUntilUp } from "../scripts/instance/wait-until-up.ts";

export const secret = "bench-secret";
export const page = "330001";

/** A Postgres and a workspace of its own for a benchmark; processes are started as the benchmark asks. */
export type Bench = Awaited<ReturnType<typeof openBench>>;

export async function openBench() {
  const home = mkdtempSync(path.join(os.tmpdir(), "onethread-bench-"));
  chmodSync(home, 0o755);
  const cluster = await openCluster({ home, settings: ["shared_preload_libraries=pg_stat_statements", "pg_stat_statements.track_planning=on"] });
  await cluster.start();
  const redis = await startTestRedis();
  const encryptionKey = randomBytes(32).toString("hex");
  const children: ChildProcess[] = [];
  const silent = { info: () => {}, warn: () => {}, error: () => {} };

  async function database(name: string) {
    const url = cluster.url(name);
    await migrateDatabase(url);
    const open = await openContext({
      databaseUrl: url,
      encryptionKeys: [encryptionKey],
      hosts: { facebook: "http://127.0.0.1:9", instagram: "http://127.0.0.1:9" },
      meta: { appSecrets: [secret], verifyTokens: [], appIds: [], simulated: true },
      publicUrl: "http://127.0.0.1:9",
      media: { folder: path.join(home, "media") },
      log: silent,
    });
    return { url, ...open };
  }

  async function workspace(open: Awaited<ReturnType<typeof database>>): Promise<{ actor: Actor; apiKey: string; workspaceId: string }> {
    const made = await setUpWorkspace(open.context, "t", "t", {
      name: "Bench",
      email: "bench@onethread.example",
      passwordHash: "x",
      workspaceName: "Bench",
    });
    if (!made.ok) throw new Error(made.error.code);
    const actor: Actor = { kind: "system", workspaceId: made.value.workspaceId };
    await connectChannel(open.context, actor, { channel: "messenger", externalId: page, name: "Bench", settings: {}, credentials: {} });
    const key = await createApiKey(open.context, actor, { name: "bench", scopes: [...scopes] });
    if (!key.ok) throw new Error(key.error.code);
    return { actor, apiKey: key.value.key, workspaceId: made.value.workspaceId };
  }

  function launch(args: string[], env: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: { ...process.env, LOG_LEVEL: "silent", ...env },
    });
    children.push(child);
    return child;
  }

  const stopping = (child: ChildProcess) => async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  const start = async (args: string[], env: Record<string, string>): Promise<() => Promise<void>> => stopping(launch(args, env));

  /** `node`: options of its process, before its script; `more`: further settings. */
  async function gateway(
    url: string,
    redisUrl?: string,
    { node = [], more = {} }: { node?: string[]; more?: Record<string, string> } = {},
  ): Promise<{ base: string; child: ChildProcess; stop: () => Promise<void> }> {
    const port = await freePort();
    const env = {
      DATABASE_URL: url,
      GATEWAY_PORT: String(port),
      AUTH_SECRET: "x".repeat(40),
      ENCRYPTION_KEYS: encryptionKey,
      META_APP_SECRET: secret,
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    };
    const child = launch([...node, "apps/gateway/src/main.ts"], { ...env, ...more });
    await waitUntilUp("gateway", `http://127.0.0.1:${port}/readyz`, "its output");
    return { base: `http://127.0.0.1:${port}`, child, stop: stopping(child) };
  }

  const worker = (url: string, redisUrl?: string) =>
    start(["apps/worker/src/main.ts"], { DATABASE_URL: url, ENCRYPTION_KEYS: encryptionKey, ...(redisUrl ? { REDIS_URL: redisUrl } : {}) });

  async function bare(url: string): Promise<{ base: string; stop: () => Promise<void> }> {
    const port = await freePort();
    const stop = await start(["bench/floor/bare-server.ts", url, String(port), secret], {});
    await waitUntilUp("bare server", `http://127.0.0.1:${port}/`, "its output", 20).catch(() => {});
    return { base: `http://127.0.0.1:${port}`, stop };
  }

  return {
    redisUrl: redis?.url ?? null,
    database,
    workspace,
    gateway,
    worker,
    bare,
    close: async () => {
      for (const child of children) if (child.exitCode === null) child.kill("SIGKILL");
      await redis?.stop();
      cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
