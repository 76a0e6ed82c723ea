import { type Behind, forIngest, isDataError, type Tx } from "@onethread/db/client";
import {
  type ClaimedWebhookEvent,
  claimWebhookEvent,
  claimWebhookEvents,
  postponeWebhookEvents,
  recordWebhookItems,
  settleWebhookEvents,
} from "@onethread/db/write";
import type { News } from "@onethread/realtime";
import { failpoint } from "#failpoint";
import type { Context } from "./context.ts";
import type { Nudges } from "./inbound/nudges.ts";
import { PeopleChanged, resolvePeople } from "./inbound/resolve-people.ts";
import { routeItems } from "./inbound/route-items.ts";
import { type ChangedTemplates, writeAccountNews } from "./inbound/write-account-news.ts";
import { writeTimeline } from "./inbound/write-timeline.ts";

/** Large enough that statements per message vanish, small enough that one bad row costs little. */
const batchSize = 200;

/** One run goes on while webhooks keep coming, but not for ever: a worker that was told to stop waits for it. */
const longestRunMs = 2000;
/** How long a run that has nothing left waits for a nudge before it ends: starting another one costs more than waiting. */
const lingerMs = 200;

type Draining = {
  nudges?: Pick<Nudges, "came">;
  /** Told of every batch that settled something: how many events, in how many milliseconds. */
  onBatch?: (settled: number, ms: number) => void;
};

/**
 * Works off stored webhooks, batch by batch, until none is due. One transaction per batch; a batch that fails is tried
 * again row by row. Only a reason in the row itself puts it into quarantine; whatever passes by itself (a deadlock, a
 * lost connection, a full disk) leaves it pending for later, for ever. Answers how many events were settled.
 * With `nudges` it stays a little while when there is nothing left, and goes on at the first nudge.
 */
export async function drainWebhooks(context: Context, { nudges, onBatch }: Draining = {}): Promise<number> {
  const started = performance.now();
  let settled = 0;
  let strangers = false;
  let files = false;
  let telling: Promise<void> = Promise.resolve();
  for (;;) {
    const begun = performance.now();
    const batch = await drainBatch(context);
    settled += batch.settled;
    if (batch.settled > 0) onBatch?.(batch.settled, performance.now() - begun);
    // Telling does not hold up the next batch; what is told is in the order of the batches.
    telling = telling.then(async () => {
      await context.realtime.publish(batch.news);
      if (batch.settled > 0) await failpoint("drain.told");
    });
    for (const account of batch.templates) await context.jobs.enqueue("channel.check", account);
    strangers ||= batch.strangers;
    files ||= batch.files;
    const mayGoOn = performance.now() - started < longestRunMs;
    if (mayGoOn && batch.settled > 0) continue;
    // Whoever is new may have a name to ask for.
    if (strangers) await context.jobs.enqueue("profiles.fetch", {});
    if (files) await context.jobs.enqueue("media.fetch", {});
    strangers = files = false;
    if (mayGoOn && (await nudges?.came(lingerMs))) continue;
    await telling;
    if (batch.settled > 0) await context.jobs.enqueue("webhooks.drain", {});
    return settled;
  }
}

async function drainBatch(context: Context): Promise<Applied & { settled: number }> {
  let claimed: string[] = [];
  for (let attempt = 0; ; attempt++) {
    try {
      const applied = await forIngest(context.database, async (tx, behind) => {
        const events = await claimWebhookEvents(tx, batchSize, context.now());
        claimed = events.map((event) => event.id);
        return events.length === 0 ? nothing : applyEvents(context, tx, behind, events);
      });
      if (claimed.length > 0) await failpoint("drain.committed");
      return { settled: claimed.length, ...applied };
    } catch (error) {
      if (isPassing(error) && attempt < 3) continue;
      context.log.warn({ reason: reasonOf(error), events: claimed.length }, "a batch failed, trying its events one by one");
      return { settled: await drainOneByOne(context, claimed), strangers: true, files: true, templates: [], news: [] };
    }
  }
}

/** Another transaction was in the way (deadlock, serialisation, people changed under us): at once is a good time. */
const isPassing = (error: unknown): boolean => error instanceof PeopleChanged || /^40/.test((error as { code?: string }).code ?? "");

async function drainOneByOne(context: Context, ids: readonly string[]): Promise<number> {
  let settled = 0;
  for (const id of ids) {
    try {
      const { news } = await forIngest(context.database, async (tx, behind) => {
        const event = await claimWebhookEvent(tx, id);
        return event ? applyEvents(context, tx, behind, [event]) : nothing;
      });
      await context.realtime.publish(news);
      settled++;
    } catch (error) {
      settled += await setAside(context, id, error);
    }
  }
  return settled;
}

async function setAside(context: Context, id: string, error: unknown): Promise<number> {
  const guilty = isDataError(error) || !hasSqlState(error);
  const passing = isPassing(error) || isConnectionError(error);
  return forIngest(context.database, async (tx) => {
    const event = await claimWebhookEvent(tx, id);
    if (!event) return 0;
    if (guilty && !passing) {
      context.log.error({ webhookEventId: id, reason: reasonOf(error) }, "a webhook went into quarantine");
      await settleWebhookEvents(tx, [{ id, state: "quarantined", reason: reasonOf(error) }], context.now());
      return 1;
    }
    const wait = Math.min(60_000, 500 * 2 ** Math.min(event.attempts, 10));
    await postponeWebhookEvents(tx, [id], new Date(context.now().getTime() + wait));
    return 0;
  });
}

const hasSqlState = (error: unknown): boolean => /^[0-9A-Z]{5}$/.test((error as { code?: string }).code ?? "");
const isConnectionError = (error: unknown): boolean =>
  /^E[A-Z]+$/.test((error as { code?: string }).code ?? "") || /connect|terminated/i.test((error as Error).message);

/** A reason a person can act on, without any customer text: database messages quote values, so only their code is kept. */
const reasonOf = (error: unknown): string => {
  const code = (error as { code?: string }).code;
  return code ? `database_${code}` : `error_${(error as Error).name}`;
};

/** What a batch leaves to do after it is committed. */
type Applied = { news: News[]; strangers: boolean; files: boolean; templates: ChangedTemplates[] };
const nothing: Applied = { news: [], strangers: false, files: false, templates: [] };

async function applyEvents(context: Context, tx: Tx, behind: Behind, events: readonly ClaimedWebhookEvent[]): Promise<Applied> {
  const now = context.now();
  const routed = await routeItems(context, tx, events);
  const { people, strangers } = await resolvePeople(tx, routed.units, now);
  const writing = { now, mayFetch: context.media.mayFetch, behind, route: true };
  const { news, files } = routed.units.length > 0 ? await writeTimeline(tx, routed.units, people, writing) : nothing;
  const templates = await writeAccountNews(tx, routed.units);
  behind(recordWebhookItems(tx, routed.items));
  behind(settleWebhookEvents(tx, routed.settled, now));
  return { news, strangers, files, templates };
}
