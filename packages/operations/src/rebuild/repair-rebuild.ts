import { forIngest, newId, type Tx } from "@onethread/db/client";
import { countPending, refreshConversations, refreshCustomers, replayWebhookEvent } from "@onethread/db/write";
import type { Context } from "../context.ts";
import { drainWebhooks } from "../drain-webhooks.ts";
import { checkRebuild, type RebuildOptions, type RebuildReport, type Rebuilt, reporting, withRebuilt } from "./check-rebuild.ts";
import type { Difference } from "./difference.ts";
import { findSources } from "./find-sources.ts";
import { mendPeople, type Touched } from "./mend-people.ts";
import { mendRow } from "./mend-row.ts";

export type RepairReport = {
  before: RebuildReport;
  /** Webhooks that were drained again. */
  drained: number;
  /** Rows that were written. */
  mended: number;
  /** What a last check still finds: that is for a person to look at, or has changed while it was mended. */
  after: RebuildReport;
};

export type RepairOptions = RebuildOptions & {
  /** Told before anything is changed: what was found, and how many webhooks will be drained again. */
  onPlan?: ((before: RebuildReport, drained: number) => void) | undefined;
};

/**
 * Brings what is kept to what stored webhooks make today: drains again what is missing or understood only now, then
 * writes what still differs. The product may go on meanwhile. Takes no people apart and removes nothing that nothing
 * stored makes, save a double: that is left for a person. Done twice it does nothing the second time.
 */
export async function repairRebuild(context: Context, options: RepairOptions): Promise<RepairReport> {
  const first = reporting(options.list ?? 50);
  const found: Difference[] = [];
  const collect = (one: Difference) => {
    found.push(one);
    first.onDifference(one);
  };
  const sources = await withRebuilt(context, { ...options, onDifference: collect }, (rebuilt) => {
    const { replayed, pending, compared } = rebuilt;
    Object.assign(first.report, { replayed, pending, compared, equal: found.length === 0 });
    return findSources(context, rebuilt, found);
  });
  const before = first.report;
  options.onPlan?.(before, sources.length);
  if (before.equal) return { before, drained: 0, mended: 0, after: before };
  await drainAgain(context, sources);
  const rest: Difference[] = [];
  const mended = await withRebuilt(context, { ...options, onDifference: (one) => rest.push(one) }, (rebuilt) => mend(context, rebuilt, rest));
  return { before, drained: sources.length, mended, after: await checkRebuild(context, options) };
}

/** Puts webhooks back to be drained, and waits until they are: by us, or by a worker that is quicker. */
async function drainAgain(context: Context, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    await forIngest(context.database, async (tx) => {
      for (const id of some) await replayWebhookEvent(tx, id, context.now());
    });
    for (let round = 0; round < 60; round++) {
      await drainWebhooks(context);
      if ((await forIngest(context.database, (tx) => countPending(tx, some))) === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

const order: Difference["kind"][] = ["people", "identity", "effect", "message", "door", "log", "conversation", "customer"];

async function mend(context: Context, sides: Rebuilt, differences: readonly Difference[]): Promise<number> {
  let mended = 0;
  for (const kind of order) {
    for (const one of differences.filter((difference) => difference.kind === kind)) {
      const touched = await mendOne(context, sides, one, differences);
      if (!touched) continue;
      mended++;
      await settle(context, touched);
    }
  }
  return mended;
}

async function mendOne(context: Context, sides: Rebuilt, one: Difference, all: readonly Difference[]): Promise<Touched | null> {
  if (one.kind === "people") return mendPeople(context, one, all);
  if (one.kind === "customer") {
    const nameOnly = one.fields.every((field) => field === "name");
    return one.workspaceId && nameOnly ? { workspaceId: one.workspaceId, customerIds: [one.id], conversationIds: [] } : null;
  }
  if (one.kind !== "conversation") return mendRow(context, sides, one);
  const { workspaceId, id, fields } = one;
  if (workspaceId === null || fields.includes("case") || (fields.includes("status") && one.status !== "open")) return null;
  if (fields.includes("status")) await forIngest(context.database, (tx) => refresh(tx, workspaceId, [id], context.now()));
  return { workspaceId, conversationIds: [id], customerIds: [one.customerId] };
}

/** Brings what lists show in step with the rows behind it, and tells the desks. */
async function settle(context: Context, { workspaceId, conversationIds, customerIds }: Touched): Promise<void> {
  const conversations = [...new Set(conversationIds)];
  await forIngest(context.database, async (tx) => {
    await refresh(tx, workspaceId, conversations, null);
    await refreshCustomers(
      tx,
      customerIds.map((customerId) => ({ workspaceId, customerId, seenAt: null })),
    );
  });
  await context.realtime.publish([
    ...conversations.map((id) => ({ workspaceId, kind: "conversation" as const, ids: [id], conversationId: id })),
    ...(customerIds.length > 0 ? [{ workspaceId, kind: "customer" as const, ids: [...customerIds] }] : []),
  ]);
}

/** `openedAt`: opens them, too. */
function refresh(tx: Tx, workspaceId: string, ids: readonly string[], openedAt: Date | null): Promise<void> {
  const touches = ids.map((id) => ({
    workspace_id: workspaceId,
    id,
    unread: 0,
    channels: [],
    opens: openedAt !== null,
    case_id: openedAt && newId(),
  }));
  return refreshConversations(tx, touches, openedAt);
}
