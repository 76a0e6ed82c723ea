import { Agent } from "node:http";
import os from "node:os";
import { readConversations, readTimeline } from "@onethread/db/read";
import { drainWebhooks } from "@onethread/operations";
import pg from "pg";
import { openBench, page, secret } from "../bench/bench-instance.ts";
import { insertCeiling } from "../bench/floor/insert-ceiling.ts";
import { hammer, median, percentile, post, webhookBody } from "../bench/load.ts";
import { parseCost } from "../bench/parse-cost.ts";
import { progress, say } from "./instance/say.ts";

/** Ratios inside one run, interleaved, medians: absolute figures depend on the machine and are printed beside. */
const rounds = 3;
const lines: string[] = [];
const report = (what: string, ratio: number, goal: string, good: boolean, figures: string) =>
  lines.push(`${good ? "met " : "MISS"}  ${what.padEnd(46)} ${ratio.toFixed(2).padStart(6)}  goal ${goal.padEnd(9)} ${figures}`);
const whole = (value: number) => Math.round(value).toLocaleString("en");

const bench = await openBench();
const benchmarks = {
  parse: ["Parsing every known webhook body", parse],
  acknowledge: ["Acknowledging webhooks against a bare server", acknowledge],
  drain: ["Draining against the insert ceiling", drain],
  pages: ["Pages against their raw SQL", pages],
  visible: ["From webhook to visible, at 200 a second", visible],
} as const;
const wanted = Object.entries(benchmarks).filter(([name]) => process.argv.length < 3 || process.argv.includes(name));
const { step } = progress(wanted.length);
try {
  for (const [, [title, run]] of wanted) await step(title, run);
} finally {
  bench.close();
}
say(
  `\n${os.cpus().length} cores, ${os.cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
);
for (const line of lines) say(line);
process.exit(0);

function parse(): Promise<void> {
  const { perItem, items, bodies } = parseCost(200);
  report("parsing one item, median microseconds", perItem, "<= 40", perItem <= 40, `${items} items in ${bodies} bodies, processor time`);
  return Promise.resolve();
}

async function acknowledge(): Promise<void> {
  const open = await bench.database("ack");
  await bench.workspace(open);
  const gateway = await bench.gateway(open.url);
  const bare = await bench.bare(open.url);
  const ours: Awaited<ReturnType<typeof hammer>>[] = [];
  const floor: Awaited<ReturnType<typeof hammer>>[] = [];
  await hammer(`${gateway.base}/webhooks/meta`, secret, page, 500, 32, "warm1");
  await hammer(`${bare.base}/webhooks/meta`, secret, page, 500, 32, "warm2");
  for (let round = 0; round < rounds; round++) {
    floor.push(await hammer(`${bare.base}/webhooks/meta`, secret, page, 6000, 32, `bare${round}`));
    ours.push(await hammer(`${gateway.base}/webhooks/meta`, secret, page, 6000, 32, `ours${round}`));
  }
  const ratio = median(ours.map((one, i) => one.perSecond / (floor[i]?.perSecond ?? Number.NaN)));
  const show = (all: typeof ours) =>
    `${whole(median(all.map((one) => one.perSecond)))}/s p50 ${median(all.map((one) => one.p50)).toFixed(1)} p99 ${median(all.map((one) => one.p99)).toFixed(1)} ms`;
  report(
    "acknowledgements / bare node:http + INSERT",
    ratio,
    ">= 0.50",
    ratio >= 0.5,
    `ours ${show(ours)}; bare ${show(floor)}; failed ${ours.reduce((sum, one) => sum + one.failed, 0)}`,
  );
  await Promise.all([gateway.stop(), bare.stop()]);
  await open.close();
}

async function drain(): Promise<void> {
  const ratios: number[] = [];
  const ours: number[] = [];
  const ceiling: number[] = [];
  const count = 6000;
  for (let round = 0; round < rounds; round++) {
    const open = await bench.database(`drain${round}`);
    await bench.workspace(open);
    await store(open.url, count, round);
    const started = performance.now();
    await Promise.all([drainWebhooks(open.context), drainWebhooks(open.context)]);
    const perSecond = count / ((performance.now() - started) / 1000);
    const copy = await bench.database(`ceiling${round}`);
    await store(copy.url, count, round);
    const top = await insertCeiling(open.url, copy.url, 200);
    await Promise.all([open.close(), copy.close()]);
    ours.push(perSecond);
    ceiling.push(top);
    ratios.push(perSecond / top);
  }
  report(
    "messages drained / set-based insert ceiling",
    median(ratios),
    ">= 0.30",
    median(ratios) >= 0.3,
    `ours ${whole(median(ours))}/s (two drains); ceiling ${whole(median(ceiling))}/s`,
  );
}

/** Puts webhooks into the database as the gateway would have. */
async function store(url: string, count: number, round: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const bodies = Array.from({ length: count }, (_, i) => webhookBody(page, i % 1000, `m_drain_${round}_${i}`, Date.now() - count + i));
  await client.query(
    `INSERT INTO webhook_events (id, lane, digest, body, next_attempt_at) SELECT gen_random_uuid(), 'bench', sha256(b), b, now() - interval '1 minute' FROM unnest($1::bytea[]) AS b`,
    [bodies],
  );
  await client.query("ANALYZE webhook_events");
  await client.end();
}

async function pages(): Promise<void> {
  const open = await bench.database("pages");
  const { actor, workspaceId } = await bench.workspace(open);
  await store(open.url, 8000, 9);
  await drainWebhooks(open.context);
  const client = new pg.Client({ connectionString: open.url });
  await client.connect();
  await client.query("ANALYZE");
  const { rows } = await client.query("SELECT id FROM conversations LIMIT 1");
  const conversationId: string = rows[0].id;
  const raw = {
    timeline: () =>
      client.query({
        name: "t",
        text: "SELECT * FROM items WHERE workspace_id = $1 AND conversation_id = $2 ORDER BY occurred_at DESC, seq DESC LIMIT 51",
        values: [workspaceId, conversationId],
      }),
    inbox: () =>
      client.query({
        name: "i",
        text: "SELECT v.*, c.name, m.content FROM conversations v JOIN customers c ON c.workspace_id = v.workspace_id AND c.id = v.customer_id LEFT JOIN items m ON m.workspace_id = v.workspace_id AND m.id = v.last_message_id WHERE v.workspace_id = $1 AND v.status = 'open' ORDER BY v.last_activity_at DESC, v.id DESC LIMIT 51",
        values: [workspaceId],
      }),
  };
  const ours = {
    timeline: () => readTimeline(open.context.database, actor, { conversationId, limit: 50 }),
    inbox: () => readConversations(open.context.database, actor, { view: "all", sort: "newest", limit: 50 }),
  };
  for (const name of ["timeline", "inbox"] as const) {
    const time = async (work: () => Promise<unknown>) => {
      const started = performance.now();
      for (let i = 0; i < 100; i++) await work();
      return (performance.now() - started) / 100;
    };
    await time(ours[name]);
    await time(raw[name]);
    const mine: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < rounds; round++) {
      floor.push(await time(raw[name]));
      mine.push(await time(ours[name]));
    }
    const ratio = median(mine.map((one, i) => one / (floor[i] ?? Number.NaN)));
    report(`${name} page / raw SQL`, ratio, "<= 6", ratio <= 6, `ours ${median(mine).toFixed(2)} ms; raw ${median(floor).toFixed(2)} ms`);
  }
  await client.end();
  await open.close();
}

async function visible(): Promise<void> {
  const open = await bench.database("visible");
  const { apiKey } = await bench.workspace(open);
  const gateway = await bench.gateway(open.url);
  const stopWorker = await bench.worker(open.url);
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  const headers = { authorization: `Bearer ${apiKey}` };
  await fetch(`${gateway.base}/api/v1/messages?externalId=warm`, { headers });
  const watch = async (mid: string, sent: number) => {
    for (const end = Date.now() + 5000; Date.now() < end; ) {
      const found = (await (await fetch(`${gateway.base}/api/v1/messages?externalId=${mid}`, { headers })).json()) as { data?: unknown[] };
      if (found.data?.length) return void times.push(performance.now() - sent);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    times.push(5000);
  };
  const watched: Promise<void>[] = [];
  const started = performance.now();
  // One in thirty is watched: looking at all of them would be the load, and a key may ask 300 times a second.
  for (let i = 0; i < 4000; i++) {
    const mid = `m_visible_${i}`;
    const sent = performance.now();
    const posted = post(`${gateway.base}/webhooks/meta`, webhookBody(page, i % 300, mid, Date.now()), secret, agent);
    watched.push(i >= 1000 && i % 30 === 0 ? posted.then(() => watch(mid, sent)) : posted.then(() => {}));
    const due = started + (i + 1) * 5;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
  await Promise.all(watched);
  const p99 = percentile(times, 99);
  report("webhook to visible on the API, p99 ms", p99, "<= 60", p99 <= 60, `p50 ${percentile(times, 50).toFixed(1)} ms over ${times.length} watched`);
  agent.destroy();
  await Promise.all([gateway.stop(), stopWorker()]);
  await open.close();
}
