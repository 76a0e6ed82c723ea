import type { Actor } from "@onethread/core";
import { readConversations, readTimeline } from "@onethread/db/read";
import { drainWebhooks } from "@onethread/operations";
import pg from "pg";
import type { Bench } from "./bench-instance.ts";
import { grow, grownConversation } from "./grow.ts";
import type { Result } from "./result.ts";
import { countWork, type Work } from "./statements.ts";
import { storeWebhooks } from "./store-webhooks.ts";

type Measured = { size: number; timeline: number; inbox: number; drain: Work; repeated: Work; rebatched: Work };

/** Distinct events in the batches that are counted. */
const events = 200;

/** How cost grows with what is stored: counts only, so the same on every machine. `full`: up to ten million messages. */
export async function growth(bench: Bench, full: boolean): Promise<Result[]> {
  const measured: Measured[] = [];
  for (const size of full ? [10_000, 100_000, 1_000_000, 10_000_000] : [10_000, 100_000]) measured.push(await measure(bench, size));
  const results: Result[] = [];
  const of = (what: string, pick: (one: Measured) => number, goal: number | null, kind: Result["kind"] = "count") => {
    for (const one of measured) {
      results.push({
        what: `${what}, ${one.size.toLocaleString("en")} messages`,
        kind,
        unit: kind === "bytes" ? "B" : "",
        value: pick(one),
        rounds: [],
        goal: goal === null ? null : { at: "most", value: goal },
        note: "",
      });
    }
  };
  of("buffers of the dearest timeline page (heavy and quiet customer, newest and deep)", (one) => one.timeline, 60);
  of("buffers of the dearest inbox page (newest and waiting, first and second)", (one) => one.inbox, 150);
  of("statements of a batch of 200 events", (one) => one.drain.statements, null);
  of("buffers per event in a batch of 200", (one) => one.drain.buffers / events, null);
  of("WAL per message, stored and worked off", (one) => one.drain.wal / events, 3072, "bytes");
  const first = measured[0];
  const last = measured.at(-1);
  if (first && last) {
    const ratio = (what: string, value: number, goal: number | null) =>
      results.push({ what, kind: "ratio", unit: "x", value, rounds: [], goal: goal === null ? null : { at: "most", value: goal }, note: "" });
    ratio("statements of a batch, largest size against smallest", last.drain.statements / first.drain.statements, 1);
    ratio("buffers per event, largest size against smallest", last.drain.buffers / first.drain.buffers, 2);
    const worst = (which: "repeated" | "rebatched", count: "buffers" | "wal") =>
      Math.max(...measured.map((one) => one[which][count] / one.drain[count]));
    ratio("buffers of a webhook that comes again against a new one", worst("repeated", "buffers"), 0.3);
    ratio("WAL of a webhook that comes again against a new one", worst("repeated", "wal"), 0.3);
    // Kept before anybody can know that its events are known: reported, without an aim of its own.
    ratio("buffers of a known event in another body against a new one", worst("rebatched", "buffers"), null);
    ratio("WAL of a known event in another body against a new one", worst("rebatched", "wal"), null);
  }
  return results;
}

async function measure(bench: Bench, size: number): Promise<Measured> {
  const open = await bench.database(`growth_${size}`);
  const { actor, workspaceId } = await bench.workspace(open);
  const client = new pg.Client({ connectionString: open.url });
  await client.connect();
  await grow(client, workspaceId, size);
  const timeline = await dearest([...(await timelinePages(client, open.context.database, actor))], client);
  const inbox = await dearest(await inboxPages(open.context.database, actor), client);
  await countWork(client, () => drainWebhooks(open.context));
  const drain = await countWork(client, async () => {
    await storeWebhooks(client, events, "new");
    await drainWebhooks(open.context);
  });
  // What a platform sends again is the same body.
  const repeated = await countWork(client, async () => {
    await storeWebhooks(client, events, "new");
    await drainWebhooks(open.context);
  });
  // The same events in other bodies: batched anew.
  const rebatched = await countWork(client, async () => {
    await storeWebhooks(client, events, "new", "again");
    await drainWebhooks(open.context);
  });
  await client.end();
  await open.close();
  return { size, timeline, inbox, drain, repeated, rebatched };
}

async function dearest(pages: readonly (() => Promise<unknown>)[], client: pg.Client): Promise<number> {
  const buffers: number[] = [];
  for (const page of pages) {
    // From the sixth time on a connection keeps the plan; until then making it is part of the reading.
    for (let i = 0; i < 7; i++) await page();
    buffers.push((await countWork(client, page)).buffers);
  }
  return Math.max(...buffers);
}

type Database = Parameters<typeof readTimeline>[0];

async function timelinePages(client: pg.Client, database: Database, actor: Actor): Promise<(() => Promise<unknown>)[]> {
  const pages: (() => Promise<unknown>)[] = [];
  for (const n of [0, 1, 2]) {
    const conversationId = await grownConversation(client, n);
    let before: string | undefined;
    for (let depth = 0; depth < 3; depth++) {
      const query = { conversationId, limit: 50, before };
      pages.push(() => readTimeline(database, actor, query));
      const read = await readTimeline(database, actor, query);
      before = read.ok ? (read.value.page.prev ?? undefined) : undefined;
      if (!before) break;
    }
  }
  return pages;
}

async function inboxPages(database: Database, actor: Actor): Promise<(() => Promise<unknown>)[]> {
  const pages: (() => Promise<unknown>)[] = [];
  for (const sort of ["newest", "waiting"] as const) {
    const first = { view: "all", sort, limit: 50 } as const;
    const read = await readConversations(database, actor, first);
    const cursor = read.ok ? (read.value.page.next ?? undefined) : undefined;
    pages.push(
      () => readConversations(database, actor, first),
      () => readConversations(database, actor, { ...first, cursor }),
    );
  }
  return pages;
}
