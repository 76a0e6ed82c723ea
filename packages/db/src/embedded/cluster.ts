import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { locateBinaries, type PostgresUser, postgresUser, reachableBy } from "./locate-binaries.ts";

export type Cluster = {
  port: number;
  /** A connection string of the cluster's owner for one database. */
  url(database: string): string;
  /** Runs it: initialises when new, recovers when it was killed, takes over one that is up. */
  start(): Promise<void>;
  stop(): void;
  /** Answers whether a connection succeeds now. */
  isUp(): Promise<boolean>;
  postmasterPid(): number | null;
};

export type ClusterOptions = {
  /** Holds `postgres/` (the data), `run/` and, where needed, a copy of the binaries. */
  home: string;
  /** Extra server settings, `name=value`. */
  settings?: string[];
};

/** A Postgres of our own under a folder, from the binaries on npm. Its port is chosen once and kept. */
export async function openCluster({ home, settings = [] }: ClusterOptions): Promise<Cluster> {
  const user = postgresUser();
  const data = path.join(home, "postgres");
  const run = path.join(home, "run");
  mkdirSync(run, { recursive: true });
  letPass(home, user);
  const native = locateBinaries(user, process.getuid?.() === 0 ? "/var/lib/onethread" : home);
  const password = keep(path.join(run, "postgres.password"), () => randomBytes(24).toString("hex"), 0o600);
  const port = Number(keep(path.join(run, "postgres.port"), () => String(0), 0o644)) || (await freePort());
  writeFileSync(path.join(run, "postgres.port"), String(port));
  const url = (database: string) => `postgresql://onethread:${password}@127.0.0.1:${port}/${database}`;
  const command = (binary: string, args: string[]) => runBinary(path.join(native, "bin", binary), args, user);

  function initialise(): void {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    chmodSync(data, 0o700);
    if (user) chownSync(data, user.uid, user.gid);
    if (existsSync(path.join(data, "PG_VERSION"))) return;
    const passwordFile = path.join(data, "..", `run/init-${process.pid}`);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user) chownSync(passwordFile, user.uid, user.gid);
    const marks = ["-U", "onethread", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
    const result = command("initdb", ["-D", data, ...marks, "-E", "UTF8", "--locale=C", "--no-instructions"]);
    rmSync(passwordFile, { force: true });
    // An interrupted initdb leaves a folder without PG_VERSION, which initdb then refuses as not empty.
    if (result.status !== 0) throw new Error(`initdb failed in ${data}: ${result.stderr || result.stdout}`);
  }

  async function start(): Promise<void> {
    if (existsSync(data) && !existsSync(path.join(data, "PG_VERSION"))) rmSync(data, { recursive: true, force: true });
    initialise();
    if (await canConnect(url("postgres"))) return;
    const flags = [`-p ${port}`, "-c listen_addresses=127.0.0.1", "-c unix_socket_directories=''"];
    const options = [...flags, ...["max_connections=200", ...settings].map((setting) => `-c ${setting}`)].join(" ");
    const log = path.join(data, "server.log");
    // After a kill -9 the old postmaster.pid stays until its orphans are gone and the zombie is reaped: try for a while.
    for (let attempt = 0; ; attempt++) {
      const result = command("pg_ctl", ["-D", data, "-w", "-t", "60", "-l", log, "-o", options, "start"]);
      if (result.status === 0 && (await canConnect(url("postgres")))) return;
      if (attempt >= 40) throw new Error(`Postgres does not start, see ${log}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  const postmasterPid = () => readPid(path.join(data, "postmaster.pid"));
  return {
    port,
    url,
    start,
    isUp: () => canConnect(url("postgres")),
    postmasterPid,
    stop: () => {
      if (postmasterPid() === null) return;
      command("pg_ctl", ["-D", data, "-w", "-t", "20", "-m", "fast", "stop"]);
    },
  };
}

/** Root lends Postgres to another user, who has to pass through the folder (not read it) to reach the data. */
function letPass(home: string, user: PostgresUser): void {
  if (reachableBy(user, home)) return;
  chmodSync(home, statSync(home).mode | 0o011);
  if (!reachableBy(user, home))
    throw new Error(`Postgres runs as user ${user?.uid}, who can't reach ${home}. Set ONETHREAD_HOME to a folder whose parents everybody may pass.`);
}

function runBinary(binary: string, args: string[], user: PostgresUser) {
  // pg_ctl's server inherits the pipes and would keep this call waiting for ever: so none for it.
  const stdio = binary.endsWith("pg_ctl") ? "ignore" : "pipe";
  return spawnSync(binary, args, { ...user, cwd: "/", stdio, encoding: "utf8", env: { PATH: "/usr/bin:/bin", LC_ALL: "C" } });
}

function keep(file: string, make: () => string, mode: number): string {
  if (existsSync(file)) {
    const kept = readFileSync(file, "utf8").trim();
    if (kept) return kept;
  }
  const made = make();
  writeFileSync(file, made, { mode });
  return made;
}

function readPid(file: string): number | null {
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

async function canConnect(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
