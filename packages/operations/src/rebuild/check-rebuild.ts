import { type Database, forIngest, openDatabase, type Tx } from "@onethread/db/client";
import { readWorkspaceIds } from "@onethread/db/read";
import { beginSnapshot, countStoredWebhooks, type KeptAccount, readKeptAccounts } from "@onethread/db/write";
import type { Context } from "../context.ts";
import { comparePeople } from "./compare-people.ts";
import { compareRows } from "./compare-rows.ts";
import { type Difference, describeDifference } from "./difference.ts";
import { replay } from "./replay.ts";

/** An empty, migrated database of its own, on whatever server; dropped afterwards. */
export type MakeScratch = () => Promise<{ url: string; drop(): Promise<void> }>;

export type RebuildOptions = {
  makeScratch: MakeScratch;
  /** UUID; absent: all workspaces. */
  workspaceId?: string | undefined;
  /** How many differences are listed; all are counted. */
  list?: number | undefined;
  onProgress?: ((line: string) => void) | undefined;
};

export type RebuildReport = {
  /** Nothing differs. */
  equal: boolean;
  /** Webhooks that were worked off again, and those that still wait and are no part of it. */
  replayed: number;
  pending: number;
  /** How many rows of each kind were compared. */
  compared: Record<string, number>;
  /** How many differences there are of each kind. */
  differing: Record<string, number>;
  /** The first differences, in words: ids and names of fields, never what somebody wrote. */
  differences: string[];
};

/**
 * Works all stored webhooks off again, into a scratch database, among what people and our own sends made, and compares
 * what that makes with what is kept. Changes nothing; what goes on meanwhile is not looked at. Throws when it can't be done.
 */
export async function checkRebuild(context: Context, options: RebuildOptions): Promise<RebuildReport> {
  const { report, onDifference } = reporting(options.list ?? 50);
  return withRebuilt(context, { ...options, onDifference }, async ({ replayed, pending, compared }) => {
    report.equal = Object.keys(report.differing).length === 0;
    return Object.assign(report, { replayed, pending, compared });
  });
}

export type Rebuilt = {
  kept: Tx;
  rebuilt: Database;
  accounts: readonly KeptAccount[];
  replayed: number;
  pending: number;
  compared: Record<string, number>;
};

/** Rebuilds and compares, then hands both sides to `work` while they stand. */
export async function withRebuilt<T>(
  context: Context,
  { makeScratch, workspaceId, onProgress, onDifference }: RebuildOptions & { onDifference: (difference: Difference) => void },
  work: (rebuilt: Rebuilt) => Promise<T>,
): Promise<T> {
  const scratch = await makeScratch();
  const rebuilt = openDatabase({ url: scratch.url, appConnections: 1, ingestConnections: 2, onError: () => {} });
  try {
    return await forIngest(context.database, async (kept) => {
      await beginSnapshot(kept);
      const { settled: total, pending } = await countStoredWebhooks(kept);
      const accounts = await readKeptAccounts(kept);
      const progress = everySoOften((done) => onProgress?.(`${grouped(done)} of ${grouped(total)} webhooks worked off again`));
      let replayed = 0;
      const note = (done: number) => {
        replayed = done;
        progress(done, total);
      };
      await replay({ context, kept, rebuilt, accounts, workspaceId, onDifference, onProgress: note });
      const compared: Record<string, number> = {};
      const count = (what: string, rows: number) => {
        compared[what] = (compared[what] ?? 0) + rows;
      };
      for (const id of workspaceId ? [workspaceId] : await readWorkspaceIds(kept)) {
        const comparison = { workspaceId: id, kept, rebuilt, onDifference, count };
        await compareRows(comparison);
        await comparePeople(comparison);
      }
      onProgress?.(`${grouped(Object.values(compared).reduce((sum, rows) => sum + rows, 0))} rows compared`);
      return work({ kept, rebuilt, accounts, replayed, pending, compared });
    });
  } finally {
    await rebuilt.close();
    await scratch.drop();
  }
}

const grouped = (count: number): string => count.toLocaleString("en");

/** Says something at most every 5,000, and at the end. */
function everySoOften(say: (done: number) => void): (done: number, total: number) => void {
  let said = 0;
  return (done, total) => {
    if (done - said < 5000 && done < total) return;
    said = done;
    say(done);
  };
}

/** A report that counts every difference and keeps the words of the first ones. */
export function reporting(list: number): { report: RebuildReport; onDifference: (difference: Difference) => void } {
  const report: RebuildReport = { equal: true, replayed: 0, pending: 0, compared: {}, differing: {}, differences: [] };
  const onDifference = (one: Difference) => {
    report.differing[one.kind] = (report.differing[one.kind] ?? 0) + 1;
    if (report.differences.length < list) report.differences.push(describeDifference(one));
  };
  return { report, onDifference };
}
