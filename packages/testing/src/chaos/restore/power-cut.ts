import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Cluster, freePort, openCluster } from "@onethread/db/embedded";
import pg from "pg";
import { chance } from "../chance.ts";
import type { Fault } from "../fault.ts";
import { untilProgress } from "../faults/until-progress.ts";
import type { Instance } from "../instance.ts";
import { type OpenStage, runFaults } from "../nemesis.ts";
import { signalAll } from "../processes.ts";
import type { ChaosResult, Scenario } from "../scenario.ts";
import { openStage } from "../stage.ts";
import { acknowledgedBy, missingFrom } from "./acknowledged.ts";
import { copyData } from "./copy-data.ts";
import { type CrashDisk, openCrashDisk } from "./crash-disk.ts";
import { weakDurability } from "./durability.ts";
import { unsound } from "./sound.ts";

/** F22: the machine of Postgres loses its power, and whoever finds the disk starts Postgres on it. */
export const powerCut: Scenario = {
  faults: ["F22"],
  run: async (options) => {
    const random = chance(`${options.seed}/power`);
    const home = mkdtempSync(path.join(os.tmpdir(), "onethread-chaos-"));
    // Root's Postgres runs as somebody else, who has to pass through.
    chmodSync(home, 0o755);
    const disk = process.getuid?.() === 0 ? await clusterOnDisk(home) : null;
    const open: OpenStage = (onSend) => openStage(random.fork("stage"), onSend, { home });
    let results: ChaosResult[] = [];
    try {
      results = await runFaults(random, [cut(disk)], open, options);
      return results;
    } finally {
      disk?.close();
      if (results.length > 0 && results.every(({ violations }) => violations.length === 0)) rmSync(home, { recursive: true, force: true });
    }
  },
};

/** The cluster of an installation, as its first start makes it, on a disk that can lose its power. null: there are no such disks here. */
async function clusterOnDisk(home: string): Promise<CrashDisk | null> {
  const data = path.join(home, "postgres");
  const cluster = await openCluster({ home });
  await cluster.start();
  cluster.stop();
  renameSync(data, `${data}-made`);
  const disk = openCrashDisk(data);
  await copyData(`${data}-made`, data);
  rmSync(`${data}-made`, { recursive: true });
  // What initdb made and flushed was copied, and the copy was not flushed yet.
  execFileSync("sync", ["-f", data]);
  return disk;
}

function cut(disk: CrashDisk | null): Fault {
  const said: string[] = [];
  return {
    name: "F22",
    what: `the power of Postgres' machine fails: its disk ${disk ? "as it was last flushed" : "as the system would flush it"}, started elsewhere`,
    strikes: { small: 3, full: 20 },
    webhooks: { small: 600, full: 20_000 },
    strike: async (arena, round) => {
      const { instance } = arena.stage;
      const found = path.join(instance.home, `after-cut-${round}`);
      const data = path.join(found, "postgres");
      mkdirSync(data, { recursive: true });
      const pids = instance.postgresPids();
      signalAll(pids, "SIGSTOP");
      let acknowledged: string[];
      try {
        if (disk) await disk.cut(data);
        else await copyData(path.join(instance.home, "postgres"), data);
        // Whatever was answered by now was answered by a server that stands still: it must be on the disk.
        acknowledged = acknowledgedBy(arena.sender);
      } finally {
        signalAll(pids, "SIGCONT");
      }
      const recovered = await untilProgress(instance);
      try {
        said.push(...(await inspect(instance, found, acknowledged)));
      } finally {
        disk?.release(data);
        rmSync(found, { recursive: true, force: true });
      }
      return recovered;
    },
    judge: async ({ stage: { instance } }) => [...said, ...(await weakDurability(instance.databaseUrl))],
  };
}

/** Starts Postgres on the disk that was found. Answers what is not as it should be. */
async function inspect(instance: Instance, home: string, acknowledged: readonly string[]): Promise<string[]> {
  const cluster = await startOn(instance, home);
  const client = new pg.Client({ connectionString: cluster.url("onethread") });
  try {
    const lost = await missingFrom(cluster, acknowledged);
    await client.connect();
    const wrong = await unsound(client);
    return [...(lost.length > 0 ? [`${lost.length} of ${acknowledged.length} acknowledged webhooks are not on the disk`] : []), ...wrong];
  } finally {
    await client.end().catch(() => {});
    cluster.stop();
  }
}

async function startOn(instance: Instance, home: string): Promise<Cluster> {
  mkdirSync(path.join(home, "run"), { recursive: true });
  writeFileSync(path.join(home, "run/postgres.password"), decodeURIComponent(new URL(instance.databaseUrl).password), { mode: 0o600 });
  writeFileSync(path.join(home, "run/postgres.port"), String(await freePort()));
  // Its process died with the machine, although its number is somebody's here.
  rmSync(path.join(home, "postgres/postmaster.pid"), { force: true });
  const cluster = await openCluster({ home });
  await cluster.start();
  return cluster;
}
