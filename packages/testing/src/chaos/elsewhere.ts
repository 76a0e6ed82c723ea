import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { openCluster } from "@onethread/db/embedded";
import { startTcpProxy, type TcpProxy } from "../tcp-proxy.ts";
import { chance } from "./chance.ts";
import { badConnections } from "./faults/bad-connections.ts";
import { clockSkew, skewable } from "./faults/clock-skew.ts";
import { fullDisk } from "./faults/full-disk.ts";
import { type OpenStage, runFaults } from "./nemesis.ts";
import type { ChaosOptions, ChaosResult, Scenario } from "./scenario.ts";
import { openStage } from "./stage.ts";

function makeHome(): string {
  const home = mkdtempSync(path.join(os.tmpdir(), "onethread-chaos-"));
  chmodSync(home, 0o755);
  return home;
}

/** An installation on somebody else's Postgres, behind a bad connection, with clocks that can be moved; jobs on Postgres. */
export const badSurroundings: Scenario = {
  faults: ["F10", "F21"],
  run: async (options) => {
    const random = chance(`${options.seed}/surroundings`);
    const home = makeHome();
    const clock = path.join(home, "clock");
    writeFileSync(clock, "+0");
    const cluster = await openCluster({ home: path.join(home, "elsewhere") });
    await cluster.start();
    const proxy: TcpProxy = await startTcpProxy(cluster.port);
    const databaseUrl = cluster.url("onethread").replace(`:${cluster.port}/`, `:${proxy.port}/`);
    let results: ChaosResult[] = [];
    try {
      const faults = [clockSkew(clock), badConnections(() => proxy)];
      const open: OpenStage = (onSend) => openStage(random.fork("stage"), onSend, { home, databaseUrl, env: skewable(clock) });
      results = await runFaults(random, faults, open, options);
      return results;
    } finally {
      await proxy.close();
      cluster.stop();
      if (results.every(({ violations }) => violations.length === 0)) rmSync(home, { recursive: true, force: true });
    }
  },
};

/** An installation whose Postgres has half a gigabyte and not a byte more. */
export const smallDisk: Scenario = {
  faults: ["F12"],
  run: async (options) => {
    if (process.getuid?.() !== 0) return [skippedDisk("mounting a small disk needs root")];
    const home = makeHome();
    const data = path.join(home, "postgres");
    const cluster = await openCluster({ home });
    await cluster.start();
    cluster.stop();
    renameSync(data, `${data}-whole`);
    execFileSync("mkdir", [data]);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=512m", "tmpfs", data]);
    if (mounted.status !== 0) {
      rmSync(home, { recursive: true, force: true });
      return [skippedDisk("a tmpfs can't be mounted here")];
    }
    try {
      execFileSync("cp", ["-a", `${data}-whole/.`, data]);
      return await runOnDisk(home, options);
    } finally {
      spawnSync("umount", ["-l", data]);
      rmSync(home, { recursive: true, force: true });
    }
  },
};

function runOnDisk(home: string, options: ChaosOptions): Promise<ChaosResult[]> {
  const random = chance(`${options.seed}/disk`);
  return runFaults(random, [fullDisk], (onSend) => openStage(random.fork("stage"), onSend, { home }), options);
}

const skippedDisk = (skipped: string): ChaosResult => ({
  fault: fullDisk.name,
  what: fullDisk.what,
  load: "",
  lost: 0,
  doubled: 0,
  recoverySeconds: [],
  violations: [],
  notes: [],
  skipped,
});
