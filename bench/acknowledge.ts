import { type Bench, page, secret } from "./bench-instance.ts";
import { hammer, median, webhookBody } from "./load.ts";
import { openLoop } from "./open-loop.ts";
import type { Result } from "./result.ts";
import { settledIn, workedOff } from "./worked-off.ts";

const rounds = 5;

/** Acknowledging against a bare server that does the same check and the same write, in turns; then at fixed rates. */
export async function acknowledge(bench: Bench): Promise<Result[]> {
  const open = await bench.database("ack");
  await bench.workspace(open);
  const gateway = await bench.gateway(open.url);
  const bare = await bench.bare(open.url);
  const ours: Awaited<ReturnType<typeof hammer>>[] = [];
  const floor: Awaited<ReturnType<typeof hammer>>[] = [];
  await hammer(`${gateway.base}/webhooks/meta`, secret, page, 1000, 32, "warm1");
  await hammer(`${bare.base}/webhooks/meta`, secret, page, 1000, 32, "warm2");
  for (let round = 0; round < rounds; round++) {
    floor.push(await hammer(`${bare.base}/webhooks/meta`, secret, page, 4000, 32, `bare${round}`));
    ours.push(await hammer(`${gateway.base}/webhooks/meta`, secret, page, 4000, 32, `ours${round}`));
  }
  const ratios = ours.map((one, i) => one.perSecond / (floor[i]?.perSecond ?? Number.NaN));
  const show = (all: typeof ours) =>
    `${Math.round(median(all.map((one) => one.perSecond))).toLocaleString("en")}/s p50 ${median(all.map((one) => one.p50)).toFixed(1)} p99 ${median(all.map((one) => one.p99)).toFixed(1)} ms`;
  const results: Result[] = [
    {
      what: "acknowledgements against a bare node:http server with one INSERT per request",
      kind: "ratio",
      unit: "x",
      value: median(ratios),
      rounds: ratios,
      goal: { at: "least", value: 0.6 },
      note: `ours ${show(ours)}; bare ${show(floor)}`,
    },
  ];
  await Promise.all([gateway.stop(), bare.stop()]);
  await open.close();
  return [...results, ...(await atRate(bench, 1000, 20, 20)), ...(await atRate(bench, 4000, 10, 250))];
}

/** The whole product at a fixed rate of arrival: how soon each is answered, whether all are kept, how soon all is worked off. */
async function atRate(bench: Bench, perSecond: number, seconds: number, aim: number): Promise<Result[]> {
  const name = `${perSecond.toLocaleString("en")}/s for ${seconds} s`;
  const open = await bench.database(`rate_${perSecond}`);
  await bench.workspace(open);
  const gateway = await bench.gateway(open.url);
  const stopWorker = await bench.worker(open.url);
  const count = perSecond * seconds;
  const warm = Array.from({ length: 1000 }, (_, i) => webhookBody(page, i, `m_warm_${i}`, Date.now()));
  await openLoop(gateway.base, "/webhooks/meta", secret, warm, 500);
  await settledIn(open.url, 1000);
  const bodies = Array.from({ length: count }, (_, i) => webhookBody(page, i % 1000, `m_rate_${i}`, Date.now()));
  const sent = await openLoop(gateway.base, "/webhooks/meta", secret, bodies, perSecond);
  const { kept, after } = await workedOff(open.url, count + 1000);
  await Promise.all([gateway.stop(), stopWorker()]);
  await open.close();
  const note = `p50 ${sent.p50.toFixed(1)} ms`;
  return [
    { what: `acknowledged, p99 (${name})`, kind: "time", unit: "ms", value: sent.p99, rounds: [], goal: { at: "most", value: aim }, note },
    { what: `not acknowledged (${name})`, kind: "count", unit: "", value: sent.failed, rounds: [], goal: { at: "most", value: 0 }, note: "" },
    {
      what: `acknowledged and not on a timeline (${name})`,
      kind: "count",
      unit: "",
      value: count + 1000 - kept,
      rounds: [],
      goal: { at: "most", value: 0 },
      note: "",
    },
    { what: `worked off after the last one (${name})`, kind: "time", unit: "s", value: after, rounds: [], goal: { at: "most", value: 15 }, note: "" },
  ];
}
