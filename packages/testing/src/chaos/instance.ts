import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "@onethread/db/embedded";
import pg from "pg";
import { until } from "../until.ts";
import { type ChaosRedis, startChaosRedis } from "./chaos-redis.ts";
import { isAlive, signalAll, tree } from "./processes.ts";

/** What `npm start` keeps running, by the names of its pid files. */
export type ProcessName = "gateway" | "worker" | "console" | "simulator";

export type InstanceOptions = {
  /** A data folder of an earlier instance, to go on with; else a new one that is removed at the end. */
  home?: string;
  /** The demo workspace and the simulator: half a minute more at the first start. Without: an empty installation. */
  demo?: boolean;
  /** A Redis of its own, handed over as REDIS_URL. */
  redis?: boolean;
  /** Somebody else's Postgres, or the way to it; else the one that `npm start` runs. */
  databaseUrl?: string;
  /** Those of an earlier instance, for whoever knows it by them; else free ones. */
  ports?: { console: number; gateway: number; simulator: number };
  /** Further environment of all its processes. */
  env?: Record<string, string>;
  /** Node's own options before the script, as `--require …`. */
  nodeOptions?: string[];
  /** Each line it prints. */
  onOutput?: (line: string) => void;
};

/** As in `demo.json`. */
export type DemoFile = {
  consoleUrl: string;
  gatewayUrl: string;
  simulatorUrl: string;
  workspaceId: string;
  email: string;
  password: string;
  apiKey: string;
  meta: { appSecret: string; verifyToken: string };
  channelAccounts: { id: string; channel: string; externalId: string; name: string }[];
};

type InstanceSecrets = { encryptionKey: string; metaAppSecret: string; metaVerifyToken: string; metaAppId: string; setUpToken: string };

/** A running installation: the real processes of `npm start`, to be killed. */
export type Instance = {
  home: string;
  logs: string;
  gatewayUrl: string;
  consoleUrl: string;
  simulatorUrl: string;
  secrets: InstanceSecrets;
  /** null without the demo. */
  demo: DemoFile | null;
  redis: ChaosRedis | null;
  /** The owner's way to the instance's own database, past row-level security. */
  databaseUrl: string;
  owner: pg.Pool;
  pid(name: ProcessName): number;
  /** Sends a signal to the process itself; answers the pid that got it. Its supervisor starts it again when it dies. */
  kill(name: ProcessName, signal?: NodeJS.Signals): number;
  /** SIGSTOP and SIGCONT. */
  pause(name: ProcessName): number;
  resume(name: ProcessName): number;
  /** The postmaster and all its children. */
  postgresPids(): number[];
  /** kill -9 of the whole tree; its supervisor starts it again. */
  killPostgres(): number[];
  /** Waits until another process than `pid` runs under this name, and answers the milliseconds. */
  untilRestarted(name: ProcessName, pid: number): Promise<number>;
  /** Waits until the gateway says it can do its work, and answers the milliseconds. */
  untilReady(): Promise<number>;
  /** Ends everything. `keep`: the data folder and its logs stay. */
  stop(options?: { keep?: boolean }): Promise<void>;
};

const root = path.join(import.meta.dirname, "../../../..");

/** Settings of whoever runs the tests that must not reach the instance. */
const foreign = /^(DATABASE_URL|REDIS_URL|ONETHREAD_|META_|PORT$|GATEWAY_|SIMULATOR_|AUTH_SECRET|ENCRYPTION_KEYS|PUBLIC_URL|HOST$|VITEST|NODE_ENV$)/;

/** Starts `scripts/start.ts` and waits until everything answers. */
export async function startInstance(options: InstanceOptions = {}): Promise<Instance> {
  const home = options.home ?? mkdtempSync(path.join(os.tmpdir(), "onethread-chaos-"));
  // Root's Postgres runs as somebody else, who has to pass through.
  chmodSync(home, 0o755);
  const redisFolder = path.join(home, "redis");
  if (options.redis) mkdirSync(redisFolder, { recursive: true });
  const redis = options.redis ? await startChaosRedis(redisFolder) : null;
  const ports = options.ports ?? { console: await freePort(), gateway: await freePort(), simulator: await freePort() };
  const url = (port: number) => `http://127.0.0.1:${port}`;
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !foreign.test(key))),
    ONETHREAD_HOME: home,
    ONETHREAD_DEMO: options.demo === false ? "0" : "1",
    PORT: String(ports.console),
    GATEWAY_PORT: String(ports.gateway),
    SIMULATOR_PORT: String(ports.simulator),
    ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    ...(redis ? { REDIS_URL: redis.url } : {}),
    ...options.env,
  };
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), "--import", "tsx", "scripts/start.ts"], { cwd: root, env });
  const { output, up } = listen(child, options.onOutput);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async ({ keep = false } = {}) => {
    await owner?.end().catch(() => {});
    child.kill("SIGTERM");
    await ended;
    await redis?.stop();
    if (!keep && !options.home) rmSync(home, { recursive: true, force: true });
  };
  let owner: pg.Pool | undefined;
  try {
    await until("Onethread is up", () => up() || child.exitCode !== null, { seconds: 240, every: 100 });
    if (!up()) throw new Error(`Onethread did not start:\n${output().slice(-3000)}`);
  } catch (error) {
    await stop();
    throw error;
  }
  const databaseUrl = options.databaseUrl ?? embeddedUrl(home);
  owner = new pg.Pool({ connectionString: databaseUrl, max: 4, connectionTimeoutMillis: 2000 });
  owner.on("error", () => {});
  const demoFile = path.join(home, "demo.json");
  const running: Instance = {
    ...processesOf(home, url(ports.gateway)),
    home,
    logs: path.join(home, "logs"),
    gatewayUrl: url(ports.gateway),
    consoleUrl: url(ports.console),
    simulatorUrl: url(ports.simulator),
    secrets: JSON.parse(readFileSync(path.join(home, "secrets.json"), "utf8")) as InstanceSecrets,
    demo: existsSync(demoFile) ? (JSON.parse(readFileSync(demoFile, "utf8")) as DemoFile) : null,
    redis,
    databaseUrl,
    owner,
    stop,
  };
  return running;
}

/** Keeps what it prints and notices its last word of the start. */
function listen(child: ChildProcess, onOutput?: (line: string) => void): { output(): string; up(): boolean } {
  let text = "";
  let up = false;
  const take = (chunk: Buffer) => {
    text = `${text}${chunk.toString("utf8")}`.slice(-20_000);
    if (text.includes("Stop with Ctrl-C.")) up = true;
    if (onOutput) for (const line of chunk.toString("utf8").split("\n").filter(Boolean)) onOutput(line);
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  return { output: () => text, up: () => up };
}

/** As `npm start` made it: a port and a password chosen once, kept in the data folder. */
function embeddedUrl(home: string): string {
  const read = (name: string) => readFileSync(path.join(home, "run", name), "utf8").trim();
  return `postgresql://onethread:${read("postgres.password")}@127.0.0.1:${read("postgres.port")}/onethread`;
}

type Handles = Pick<Instance, "pid" | "kill" | "pause" | "resume" | "postgresPids" | "killPostgres" | "untilRestarted" | "untilReady">;

function processesOf(home: string, gatewayUrl: string): Handles {
  const pid = (name: ProcessName) => Number(readFileSync(path.join(home, "run", `${name}.pid`), "utf8"));
  const kill = (name: ProcessName, signal: NodeJS.Signals = "SIGKILL") => {
    const target = pid(name);
    process.kill(target, signal);
    return target;
  };
  const postgresPids = () => tree(Number(readFileSync(path.join(home, "postgres/postmaster.pid"), "utf8").split("\n")[0]));
  return {
    pid,
    kill,
    pause: (name) => kill(name, "SIGSTOP"),
    resume: (name) => kill(name, "SIGCONT"),
    postgresPids,
    killPostgres: () => {
      const pids = postgresPids();
      signalAll(pids, "SIGKILL");
      return pids;
    },
    untilRestarted: (name, old) => until(`${name} is started again`, () => pid(name) !== old && isAlive(pid(name)), { every: 20 }),
    untilReady: async () => {
      let said = "no answer";
      const ready = async () => {
        said = "no answer";
        const answer = await fetch(`${gatewayUrl}/readyz`, { signal: AbortSignal.timeout(2000) });
        said = await answer.text();
        return answer.ok;
      };
      return until("the gateway is ready", ready, { every: 50 }).catch((error: Error) => {
        throw new Error(`${error.message}; it said: ${said}`);
      });
    },
  };
}
