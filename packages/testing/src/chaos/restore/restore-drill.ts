import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort, openCluster } from "@onethread/db/embedded";
import { until } from "../../until.ts";
import { chance } from "../chance.ts";
import type { Arena, Fault } from "../fault.ts";
import { untilProgress } from "../faults/until-progress.ts";
import { startInstance } from "../instance.ts";
import { type OpenStage, runFaults } from "../nemesis.ts";
import { signalAll, tree } from "../processes.ts";
import type { ChaosResult, Scenario } from "../scenario.ts";
import { openStage, platformEnv } from "../stage.ts";
import { acknowledgedBy, missingFrom } from "./acknowledged.ts";
import { archiveNow, archiving, takeBaseBackup } from "./base-backup.ts";
import { copyData } from "./copy-data.ts";
import { type Backup, type HomedCluster, restoreCluster } from "./restore-cluster.ts";

/** Where everything of the drill lies: the installation, its database, and what is safe from both. */
type Place = { folder: string; safe: string; cluster: HomedCluster };

/**
 * F20: a backup as docs/deploy.md has it, then the database is gone. Restored into a clean folder, all started anew, and
 * the platform sends everything again.
 */
export const restoreDrill: Scenario = {
  faults: ["F20"],
  run: async (options) => {
    const random = chance(`${options.seed}/restore`);
    const folder = mkdtempSync(path.join(os.tmpdir(), "onethread-chaos-"));
    // Root's Postgres runs as somebody else, who has to pass through.
    chmodSync(folder, 0o755);
    const safe = path.join(folder, "safe");
    mkdirSync(safe);
    const home = path.join(folder, "database");
    const cluster = await openCluster({ home, settings: archiving(path.join(safe, "archive")) });
    await cluster.start();
    const place: Place = { folder, safe, cluster: { ...cluster, home } };
    const appHome = path.join(folder, "home");
    mkdirSync(appHome);
    const databaseUrl = cluster.url("onethread");
    const open: OpenStage = (onSend) => openStage(random.fork("stage"), onSend, { home: appHome, databaseUrl });
    let results: ChaosResult[] = [];
    try {
      results = await runFaults(random, [drill(place)], open, options);
      return results;
    } finally {
      place.cluster.stop();
      if (results.length > 0 && results.every(({ violations }) => violations.length === 0)) rmSync(folder, { recursive: true, force: true });
    }
  },
};

function drill(place: Place): Fault {
  const backup: Backup = { base: path.join(place.safe, "base"), archive: path.join(place.safe, "archive"), wal: path.join(place.safe, "wal") };
  const then = { ...backup, archive: path.join(place.safe, "archive-then") };
  const said: string[] = [];
  let known: Known | undefined;
  return {
    name: "F20",
    what: "the database is lost, restored from a base backup and its log, and every webhook comes again",
    strikes: { small: 1, full: 1 },
    webhooks: { small: 600, full: 100_000 },
    perSecond: { small: 90, full: 1000 },
    again: true,
    strike: async (arena) => {
      const { instance } = arena.stage;
      const data = path.join(place.cluster.home, "postgres");
      const backedUp = await timed(() => takeBaseBackup(instance.owner, data, backup.base));
      await untilMore(arena);
      const archived = acknowledgedBy(arena.sender);
      await archiveNow(instance.owner);
      await untilMore(arena);

      const began = performance.now();
      signalAll(tree(place.cluster.postmasterPid() ?? 0), "SIGKILL");
      known = { archived, acknowledged: acknowledgedBy(arena.sender) };
      await instance.stop({ keep: true });
      await copyData(path.join(data, "pg_wal"), backup.wal);
      rmSync(data, { recursive: true });
      // What the archive alone is worth is judged in the end: until then it stays as it was.
      execFileSync("cp", ["-al", backup.archive, then.archive]);
      const restored = await timed(async () => {
        place.cluster = await restoreCluster(path.join(place.folder, "restored"), backup, place.cluster);
      });
      const lost = await missingFrom(place.cluster, known.acknowledged);
      if (lost.length > 0) said.push(`${lost.length} of ${known.acknowledged.length} acknowledged webhooks are not in the restored database`);
      const started = await timed(() => startAnew(place, arena));
      await untilProgress(instance);
      arena.notes.push(
        `base backup ${inSeconds(backedUp)}, ${megabytes(backup.base)} MB; restored and replayed ${inSeconds(restored)} (${megabytes(then.archive)} MB of archive), all started ${inSeconds(started)}`,
      );
      return performance.now() - began;
    },
    judge: async (arena) => [...said, ...(known ? await judgeArchive(place, then, known, arena) : [])],
  };
}

type Known = {
  /** What was acknowledged when the archive was last given everything, and when the database died. */
  archived: readonly string[];
  acknowledged: readonly string[];
};

/** The disk is gone too, and with it the end of the log: what the archive had must be there all the same. */
async function judgeArchive(place: Place, { base, archive }: Backup, { archived, acknowledged }: Known, arena: Arena): Promise<string[]> {
  const cluster = await restoreCluster(path.join(place.folder, "archive-only"), { base, archive }, { ...place.cluster, port: await freePort() });
  try {
    const lost = await missingFrom(cluster, archived);
    const late = await missingFrom(cluster, acknowledged);
    arena.notes.push(`from the archive alone ${late.length} of ${acknowledged.length} acknowledged webhooks would be missing`);
    return lost.length === 0 ? [] : [`${lost.length} of ${archived.length} webhooks that were in the archive are not restored from it`];
  } finally {
    cluster.stop();
  }
}

/** Another data folder, to which only the keys came along; the same ports, so that everybody finds it. */
async function startAnew({ folder, cluster }: Place, { stage: { instance, graph } }: Arena): Promise<void> {
  const home = path.join(folder, "home-restored");
  mkdirSync(home);
  copyFileSync(path.join(instance.home, "secrets.json"), path.join(home, "secrets.json"));
  const portOf = (url: string) => Number(new URL(url).port);
  const ports = { console: portOf(instance.consoleUrl), gateway: portOf(instance.gatewayUrl), simulator: portOf(instance.simulatorUrl) };
  const env = platformEnv(graph);
  // Whoever holds the old one has the new one: it is the same installation.
  Object.assign(instance, await startInstance({ home, demo: false, databaseUrl: cluster.url("onethread"), ports, env }));
}

/** Some more webhooks have been acknowledged. */
async function untilMore({ sender, full }: Arena): Promise<void> {
  const before = sender.acknowledgements();
  await until("more webhooks come", () => sender.acknowledgements() - before >= (full ? 1000 : 30), { every: 10 });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const megabytes = (folder: string): number => Number(execFileSync("du", ["-sm", folder], { encoding: "utf8" }).split("\t")[0]);
