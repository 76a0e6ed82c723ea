import { sleep, until } from "../../until.ts";
import { putToWork } from "../deploy/agents.ts";
import type { Arena, Fault } from "../fault.ts";
import { countStatements } from "../live/count-statements.ts";

/** From when the gateway is up until every stream is. Seconds; the longest wait of a client is 8. */
const backWithin = 15;
/** Statements that a returning stream may cost. */
const statementsEach = 2;
/** Requests of agents, who go on working, per second. */
const working = 20;

/** F16. Recovered: the gateway is up, and all streams are again. */
export const reconnectAvalanche: Fault = {
  name: "F16",
  what: "kill -9 of the gateway with everybody's live stream, who all come back",
  strikes: { small: 1, full: 3 },
  webhooks: { small: 300, full: 3000 },
  perSecond: { small: 40, full: 40 },
  agents: { small: 40, full: 200 },
  listeners: { small: 260, full: 5000 },
  strike: async (arena) => {
    const { audience, notes } = arena;
    const { instance } = arena.stage;
    const before = await requestsFor(arena, () => sleep(2000));
    const began = performance.now();
    const killed = instance.kill("gateway");
    await instance.untilRestarted("gateway", killed);
    await instance.untilReady();
    const up = performance.now() - began;
    let back = 0;
    const during = await requestsFor(arena, async () => {
      back = await audience.untilAllUp(backWithin);
    });
    if (during.failed.length > 0) {
      const why = [...new Set(during.failed)].join("; ");
      throw new Error(`${during.failed.length} of ${during.asked} requests of agents failed once the gateway was up: ${why}`);
    }
    notes.push(
      `the gateway was up after ${(up / 1000).toFixed(1)} s, ${audience.streams.length} streams ${(back / 1000).toFixed(1)} s later; ` +
        `agents' requests p99 ${before.p99} ms before, ${during.p99} ms meanwhile (${during.asked} of them)`,
    );
    return up + back;
  },
  judge: async ({ audience: { listeners }, stage: { instance }, notes }) => {
    // Those without a screen: what a screen fetches when it is back is another matter.
    const each = (await countStatements(instance, () => allBack(listeners))) / listeners.length;
    notes.push(`${each.toFixed(2)} statements for each returning stream`);
    return each > statementsEach ? [`a returning stream costs ${each.toFixed(2)} statements: more than ${statementsEach}`] : [];
  },
};

/** Breaks every stream at once and waits until each has come back. */
async function allBack(listeners: Arena["audience"]["listeners"]): Promise<void> {
  const times = listeners.map((one) => one.times());
  for (const one of listeners) one.reset("rst");
  await until("every stream has come back", () => listeners.every((one, index) => one.times() !== times[index]), { seconds: 30, every: 20 });
}

/** What becomes of agents' requests while `work` goes on. Milliseconds. */
async function requestsFor({ stage: { instance, workspaces } }: Arena, work: () => Promise<unknown>) {
  const agents = putToWork(working, (index) => {
    const headers = { authorization: `Bearer ${workspaces[index % workspaces.length]?.apiKey}` };
    return fetch(`${instance.gatewayUrl}/api/v1/conversations?limit=50`, { headers, signal: AbortSignal.timeout(15_000) });
  });
  try {
    await work();
  } finally {
    await agents.stop();
  }
  const sorted = agents.latencies.toSorted((a, b) => a - b);
  return { failed: agents.failed, asked: sorted.length, p99: Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0) };
}
