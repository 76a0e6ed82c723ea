import { Agent } from "node:http";
import { toTypeId } from "@onethread/core";
import pg from "pg";
import { type Bench, page, secret } from "./bench-instance.ts";
import { listenLive } from "./live-client.ts";
import { median, percentile, personId, post, webhookBody } from "./load.ts";
import type { Result } from "./result.ts";
import { settledIn } from "./worked-off.ts";

const people = 1000;
const warmUp = 3 * people;

/**
 * From the moment a webhook was due to be sent to the moment its news stands on an agent's open stream, at a fixed rate
 * of arrival: a webhook that had to wait counts from when it should have been sent. On jobs and news over Postgres, and
 * over Redis where the machine has it.
 */
export async function visible(bench: Bench): Promise<Result[]> {
  const results: Result[] = [];
  for (const redisUrl of [undefined, ...(bench.redisUrl ? [bench.redisUrl] : [])]) {
    for (const [perSecond, seconds, aim] of [
      [200, 15, 40],
      [1000, 10, 80],
    ] as const) {
      const { times, missing, acknowledged } = await measure(bench, redisUrl, perSecond, seconds);
      const on = `${redisUrl ? "Redis" : "Postgres"}, ${perSecond.toLocaleString("en")}/s`;
      const note = `${times.length} webhooks, ${missing} never seen; acknowledged p50 ${median(acknowledged).toFixed(1)} p99 ${percentile(acknowledged, 99).toFixed(1)} ms`;
      const goal = (value: number) => ({ at: "most" as const, value });
      if (perSecond === 200)
        results.push({
          what: `webhook to agent's stream, p50 (${on})`,
          kind: "time",
          unit: "ms",
          value: median(times),
          rounds: [],
          goal: goal(12),
          note,
        });
      results.push({
        what: `webhook to agent's stream, p99 (${on})`,
        kind: "time",
        unit: "ms",
        value: percentile(times, 99),
        rounds: [],
        goal: goal(aim),
        note,
      });
      results.push({ what: `news that never came (${on})`, kind: "count", unit: "", value: missing, rounds: [], goal: goal(0), note: "" });
    }
  }
  return results;
}

async function measure(bench: Bench, redisUrl: string | undefined, perSecond: number, seconds: number) {
  const open = await bench.database(`visible_${redisUrl ? "redis" : "postgres"}_${perSecond}`);
  const { apiKey } = await bench.workspace(open);
  const gateway = await bench.gateway(open.url, redisUrl);
  const stopWorker = await bench.worker(open.url, redisUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const live = await listenLive(gateway.base, apiKey);
  const sent: { person: number; at: number }[] = [];
  const acknowledged: number[] = [];
  const interval = 1000 / perSecond;
  const posts: Promise<unknown>[] = [];
  const arrive = async (from: number, count: number, measured: boolean): Promise<void> => {
    const started = performance.now();
    for (let i = from; i < from + count; i++) {
      const due = started + (i - from) * interval;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      if (measured) sent.push({ person: i % people, at: due });
      const posted = post(`${gateway.base}/webhooks/meta`, webhookBody(page, i % people, `m_visible_${i}`, Date.now()), secret, agent);
      posts.push(posted.then(() => void (measured && acknowledged.push(performance.now() - due))));
    }
    await Promise.all(posts);
  };
  // The first ones make the people and warm the processes; what is measured begins when they are worked off.
  await arrive(0, warmUp, false);
  await settledIn(open.url, warmUp);
  await arrive(warmUp, perSecond * seconds, true);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const conversations = await conversationsOf(open.url);
  const arrivals = new Map<string, number[]>();
  for (const { at, conversationId } of live.heard) {
    if (!conversationId) continue;
    const of = arrivals.get(conversationId) ?? [];
    of.push(at);
    arrivals.set(conversationId, of);
  }
  const times: number[] = [];
  let missing = 0;
  for (const { person, at } of sent) {
    const first = arrivals.get(conversations.get(personId(person)) ?? "")?.find((arrived) => arrived >= at);
    if (first === undefined) missing++;
    else times.push(first - at);
  }
  live.close();
  agent.destroy();
  await Promise.all([gateway.stop(), stopWorker()]);
  await open.close();
  return { times, missing, acknowledged };
}

/** The sender's id -> the id its conversation has on the API. */
export async function conversationsOf(url: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ value: string; id: string }>(
    "SELECT i.value, v.id FROM identities i JOIN conversations v ON v.workspace_id = i.workspace_id AND v.customer_id = i.customer_id",
  );
  await client.end();
  return new Map(rows.map(({ value, id }) => [value, toTypeId("conversation", id)]));
}
