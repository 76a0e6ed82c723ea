import { type Actor, fail, ok, type Result, toTypeId } from "@onethread/core";
import type { WebhookReplay } from "@onethread/core/api";
import { forIngest, newId, type Tx } from "@onethread/db/client";
import { addReplay, claimReplay, countReplayed, countWaiting, findReplay, finishReplay, isOperator, replayNext } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

/** So many webhooks are put back at a time, so that what comes in meanwhile is not behind all of them. */
const portion = 200;
/** One run of the job; then it makes way for others in its queue and goes on. */
const longestRunMs = 10_000;
const lookEveryMs = 250;

/** Begins to drain all webhooks of a state again. `channelAccountId`: UUID, or null for all accounts. */
export async function replayWebhooks(
  context: Context,
  actor: Actor,
  wanted: { state: "quarantined" | "ignored"; channelAccountId: string | null },
): Promise<Result<WebhookReplay>> {
  const refused = allow(actor, "see_webhooks");
  if (refused) return refused;
  const { workspaceId } = actor;
  const replayId = newId();
  await forIngest(context.database, async (tx) => {
    const filter = { ...wanted, workspaceId, operator: await isOperator(tx, workspaceId) };
    await addReplay(tx, filter, { id: replayId, byName: actor.kind === "system" ? null : actor.name, at: context.now() });
  });
  await context.jobs.enqueue("webhooks.replay", { workspaceId, replayId });
  return readReplay(context, actor, replayId);
}

/** How far a replay is, and what has become of its webhooks. `id`: UUID. */
export async function readReplay(context: Context, actor: Actor, id: string): Promise<Result<WebhookReplay>> {
  const refused = allow(actor, "see_webhooks");
  if (refused) return refused;
  return forIngest(context.database, async (tx) => {
    const replay = await findReplay(tx, actor.workspaceId, id);
    if (!replay) return fail("not_found", "There is no such replay.");
    return ok({
      id: toTypeId("webhookReplay", replay.id),
      state: replay.state,
      channelAccountId: replay.channelAccountId && toTypeId("channelAccount", replay.channelAccountId),
      by: replay.byName,
      total: replay.total,
      outcomes: await countReplayed(tx, actor.workspaceId, id),
      startedAt: replay.startedAt.toISOString(),
      finishedAt: replay.finishedAt?.toISOString() ?? null,
    });
  });
}

/** Goes on with a replay: puts the next webhooks back as those before are worked off, until there are no more. */
export async function continueReplay(context: Context, { workspaceId, replayId }: { workspaceId: string; replayId: string }): Promise<void> {
  for (const end = performance.now() + longestRunMs; performance.now() < end; ) {
    const step = await forIngest(context.database, (tx) => takeStep(context, tx, workspaceId, replayId));
    if (step === "ended") return;
    if (step === "put back") await context.jobs.enqueue("webhooks.drain", {});
    await context.realtime.publish([{ workspaceId, kind: "webhook_event", ids: [] }]);
    if (step === "finished") return;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  await context.jobs.enqueue("webhooks.replay", { workspaceId, replayId });
}

type Step = "put back" | "waits" | "finished" | "ended";

async function takeStep(context: Context, tx: Tx, workspaceId: string, replayId: string): Promise<Step> {
  const replay = await claimReplay(tx, workspaceId, replayId);
  if (!replay) return "ended";
  const waiting = await countWaiting(tx, replayId);
  const filter = { workspaceId, operator: await isOperator(tx, workspaceId), state: replay.state, channelAccountId: replay.channelAccountId };
  const put = await replayNext(tx, filter, replay, Math.max(0, portion - waiting), context.now());
  if (put > 0) return "put back";
  if (waiting > 0) return "waits";
  await finishReplay(tx, workspaceId, replayId, context.now());
  return "finished";
}
