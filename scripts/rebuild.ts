import { existsSync } from "node:fs";
import path from "node:path";
import { fromTypeId } from "@onethread/core";
import { mediaPlace, readSettings, sharedSettings } from "@onethread/core/settings";
import { type Cluster, openCluster } from "@onethread/db/embedded";
import { checkRebuild, type OpenContext, openContext, type RebuildReport, repairRebuild } from "@onethread/operations";
import { z } from "zod";
import { openHome } from "./instance/home.ts";
import { scratchBeside } from "./instance/make-scratch.ts";
import { Stop, say } from "./instance/say.ts";

/**
 * Works all stored webhooks off again beside the product, and says what is kept otherwise than they make it; with
 * --repair it brings what is kept to it. Exit code: 0 nothing differs, 1 something does, 2 it could not be found out.
 */
const usage = `Usage: npm run rebuild -- --check | --repair  [--workspace wsp_…]  [--list 50]
  --check      compares what is kept with what the stored webhooks make, and changes nothing
  --repair     checks, then brings what is kept to it; what a person has to decide is listed
  --workspace  only this workspace
  --list       how many differences are listed (all are counted)`;

type Task = { repair: boolean; workspaceId: string | undefined; list: number };

function readTask(args: readonly string[]): Task {
  const after = (flag: string) => (args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? "") : undefined);
  const [workspace, list] = [after("--workspace"), after("--list")];
  const values = [workspace, list].filter((value) => value !== undefined);
  const unknown = args.filter((one) => !["--check", "--repair", "--workspace", "--list"].includes(one) && !values.includes(one));
  if (unknown.length > 0 || args.includes("--check") === args.includes("--repair")) throw new Stop(usage);
  const workspaceId = workspace === undefined ? undefined : (fromTypeId("workspace", workspace) ?? workspace);
  if (workspaceId !== undefined && !z.uuid().safeParse(workspaceId).success) throw new Stop(`"${workspace}" is no id of a workspace.\n\n${usage}`);
  const wanted = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(list ?? "50");
  if (!wanted.success) throw new Stop(`"${list}" is no number.\n\n${usage}`);
  return { repair: args.includes("--repair"), workspaceId, list: wanted.data };
}

/** With DATABASE_URL that database; else the one `npm start` keeps in the data folder, which is started if it is down. */
async function openDatabase(): Promise<{ env: Record<string, string | undefined>; started: Cluster | null }> {
  if (process.env.DATABASE_URL) return { env: process.env, started: null };
  const { home, secrets } = openHome();
  if (!existsSync(path.join(home, "postgres", "PG_VERSION"))) throw new Stop(`There is no instance in ${home}. Set DATABASE_URL or ONETHREAD_HOME.`);
  const cluster = await openCluster({ home });
  const wasUp = await cluster.isUp();
  if (!wasUp) await cluster.start();
  const simulator = `http://127.0.0.1:${process.env.SIMULATOR_PORT ?? 4010}`;
  const env = {
    ENCRYPTION_KEYS: secrets.encryptionKey,
    MEDIA_FOLDER: path.join(home, "media"),
    META_APP_ID: secrets.metaAppId,
    META_GRAPH_BASE_URL: `${simulator}/graph`,
    META_INSTAGRAM_GRAPH_BASE_URL: `${simulator}/graph-instagram`,
    ...process.env,
    DATABASE_URL: cluster.url("onethread"),
  };
  return { env, started: wasUp ? null : cluster };
}

function open(env: Record<string, string | undefined>): Promise<OpenContext> {
  const settings = readSettings(z.object(sharedSettings), env, "rebuild");
  const tell = (fields: Record<string, unknown>, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
  return openContext({
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    encryptionKeys: settings.ENCRYPTION_KEYS,
    hosts: { facebook: settings.META_GRAPH_BASE_URL, instagram: settings.META_INSTAGRAM_GRAPH_BASE_URL },
    meta: { appSecrets: [], verifyTokens: [], appIds: settings.META_APP_ID, simulated: false },
    publicUrl: settings.PUBLIC_URL,
    media: mediaPlace(settings),
    log: { info: () => {}, warn: tell, error: tell },
    appConnections: 2,
    ingestConnections: 4,
  });
}

const count = (number: number) => number.toLocaleString("en");

function tellReport(report: RebuildReport): void {
  say(
    `${count(report.replayed)} webhooks were worked off again${report.pending > 0 ? `; ${count(report.pending)} still wait and are left out` : ""}.`,
  );
  for (const [what, rows] of Object.entries(report.compared)) say(`  ${count(rows).padStart(9)} ${what} compared`);
  if (report.equal) say("Everything kept is what the stored webhooks make.");
  else tellDifferences(report);
}

function tellDifferences(report: RebuildReport): void {
  const total = Object.values(report.differing).reduce((sum, one) => sum + one, 0);
  say(`${count(total)} differences:`);
  for (const line of report.differences) say(`  ${line}`);
  if (total > report.differences.length) say(`  … and ${count(total - report.differences.length)} more (--list ${total} shows all)`);
  say(
    `By kind: ${Object.entries(report.differing)
      .map(([kind, number]) => `${kind} ${count(number)}`)
      .join(", ")}`,
  );
}

async function run(task: Task): Promise<number> {
  const { env, started } = await openDatabase();
  const opened = await open(env);
  const { context } = opened;
  try {
    const options = { makeScratch: scratchBeside(env.DATABASE_URL ?? ""), workspaceId: task.workspaceId, list: task.list, onProgress: say };
    if (!task.repair) {
      const report = await checkRebuild(context, options);
      tellReport(report);
      return report.equal ? 0 : 1;
    }
    const onPlan = (before: RebuildReport, drained: number) => {
      tellReport(before);
      if (!before.equal) say(`Now ${count(drained)} webhooks are drained again, what then differs is written, and all is checked once more.`);
    };
    const { mended, after, before } = await repairRebuild(context, { ...options, onPlan });
    if (before.equal) return 0;
    say(`${count(mended)} rows were written. Afterwards:`);
    tellReport(after);
    if (!after.equal) say("What is listed now a person has to decide, or it changed meanwhile: check again, and see docs/runbook.md.");
    return after.equal ? 0 : 1;
  } finally {
    await opened.close();
    started?.stop();
  }
}

try {
  process.exitCode = await run(readTask(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Stop ? error.message : `It could not be done: ${(error as Error).message}`}\n`);
  process.exitCode = 2;
}
