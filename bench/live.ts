import { sleep } from "../packages/testing/src/until.ts";
import type { Bench } from "./bench-instance.ts";
import { memoryOf } from "./live/memory-of.ts";
import { arrive, type BenchVisitor, follow } from "./live/visitor.ts";
import { listenLive } from "./live-client.ts";
import { percentile } from "./load.ts";
import type { Result } from "./result.ts";
import { conversationsOf } from "./visible.ts";
import { settledIn } from "./worked-off.ts";

export type Size = { visitors: number; agents: number; replies: number };

/** `--visitors=`, `--agents=` and `--replies=`; without them, a busy shop's. */
export function readSize(words: readonly string[]): Size {
  const number = (name: string, usual: number) => Number(words.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? usual);
  return { visitors: number("visitors", 5000), agents: number("agents", 200), replies: number("replies", 500) };
}

/** A widget may be written to 6,000 times a minute; streams are opened as quickly as a queue of people would. In a second. */
const [arrivals, opened, answered] = [80, 100, 20];
/** Fewer connections say nothing of what one takes. */
const enough = 1000;

/**
 * Visitors who have written and keep the chat open, beside agents with the inbox open: what one of them takes of the gateway,
 * and how long an agent's reply takes from when it was due to be sent to the visitor's stream.
 */
export async function live(bench: Bench, size: Size): Promise<Result[]> {
  const open = await bench.database("live");
  const { apiKey } = await bench.workspace(open);
  const gateway = await bench.gateway(open.url, undefined, {
    node: ["--expose-gc", "--import", "./bench/live/memory-probe.ts"],
    more: { TRUSTED_PROXIES: "127.0.0.1/32" },
  });
  const stopWorker = await bench.worker(open.url);
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${gateway.base}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}`);
    return (await response.json()) as T;
  };
  const account = await call<{ id: string; externalId: string }>("POST", "channel-accounts", { channel: "webchat", name: "Bench" });
  const key = account.externalId;
  const visitors: BenchVisitor[] = [];
  await paced(size.visitors, arrivals, async (index) => void visitors.push(await arrive(gateway.base, key, index)));
  await settledIn(open.url, size.visitors);
  const agents = await Promise.all(Array.from({ length: size.agents }, () => listenLive(gateway.base, apiKey)));
  const before = await memoryOf(gateway.child);
  let putOff = 0;
  await paced(size.visitors, opened, async (index) => {
    putOff += await follow(gateway.base, key, visitors[index] as BenchVisitor, index);
  });
  // Where each one's thread is has been looked up by then.
  await sleep(3000);
  const after = await memoryOf(gateway.child);

  const conversations = await conversationsOf(open.url);
  const due = new Map<BenchVisitor, number>();
  const accepted: number[] = [];
  const chosen = visitors.filter((_one, index) => index % Math.max(1, Math.floor(size.visitors / size.replies)) === 0).slice(0, size.replies);
  await paced(chosen.length, answered, async (index, at) => {
    const visitor = chosen[index] as BenchVisitor;
    due.set(visitor, at);
    await call("POST", `conversations/${conversations.get(visitor.id)}/messages`, {
      channelAccountId: account.id,
      content: { kind: "text", text: "Yes, two are left." },
    });
    accepted.push(performance.now() - at);
  });
  await sleep(2000);
  const times = chosen.flatMap((visitor) => {
    const at = due.get(visitor) ?? 0;
    const first = visitor.heard.find((heard) => heard >= at);
    return first === undefined ? [] : [first - at];
  });
  for (const one of [...visitors, ...agents]) one.close();
  await Promise.all([gateway.stop(), stopWorker()]);
  await open.close();

  const each = (part: "rss" | "heapUsed") => (after[part] - before[part]) / 1024 / size.visitors;
  const most = (value: number) => ({ at: "most" as const, value });
  const whole = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  const connections = `${size.visitors.toLocaleString("en")} visitors beside ${size.agents} agents`;
  const took = (percent: number, aim: number | null): Result => ({
    what: `agent's reply to the visitor's stream, p${percent}`,
    kind: "time",
    unit: "ms",
    value: percentile(times, percent),
    rounds: [],
    goal: aim === null ? null : most(aim),
    note:
      percent === 50
        ? `${times.length} replies, ${answered} a second; ${connections}; accepted p50 ${percentile(accepted, 50).toFixed(0)} p99 ${percentile(accepted, 99).toFixed(0)} ms`
        : "",
  });
  const goal = size.visitors >= enough ? most(32) : null;
  return [
    {
      what: "memory of one open chat (resident)",
      kind: "bytes",
      unit: "KiB",
      value: each("rss"),
      rounds: [],
      goal,
      note: `gateway ${whole(before.rss)} to ${whole(after.rss)} MiB; ${connections}; ${putOff} times told to come back`,
    },
    {
      what: "memory of one open chat (heap)",
      kind: "bytes",
      unit: "KiB",
      value: each("heapUsed"),
      rounds: [],
      goal,
      note: `${whole(before.heapUsed)} to ${whole(after.heapUsed)} MiB`,
    },
    took(50, null),
    took(95, null),
    took(99, 150),
    { what: "replies that never came", kind: "count", unit: "", value: chosen.length - times.length, rounds: [], goal: most(0), note: "" },
  ];
}

/** Does something so often, each when it is due, however long the others take. `at`: when it was due. */
async function paced(count: number, perSecond: number, act: (index: number, at: number) => Promise<void>): Promise<void> {
  const started = performance.now();
  const under: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    const at = started + (index * 1000) / perSecond;
    const wait = at - performance.now();
    if (wait > 0) await sleep(wait);
    under.push(act(index, at));
  }
  await Promise.all(under);
}
