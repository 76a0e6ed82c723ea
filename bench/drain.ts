import { drainWebhooks } from "@onethread/operations";
import pg from "pg";
import type { Bench } from "./bench-instance.ts";
import { insertCeiling } from "./floor/insert-ceiling.ts";
import { median } from "./load.ts";
import type { Result } from "./result.ts";
import { storeWebhooks } from "./store-webhooks.ts";

const rounds = 5;
const count = 4000;

/** Working off against putting the very same rows into the same schema by set-based INSERTs without any logic, in turns. */
export async function drain(bench: Bench): Promise<Result[]> {
  const ours: number[] = [];
  const ceiling: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const open = await bench.database(`drain${round}`);
    await bench.workspace(open);
    await store(open.url, round);
    const started = performance.now();
    await Promise.all([drainWebhooks(open.context), drainWebhooks(open.context)]);
    ours.push(count / ((performance.now() - started) / 1000));
    const copy = await bench.database(`ceiling${round}`);
    await store(copy.url, round);
    ceiling.push(await insertCeiling(open.url, copy.url, 200));
    await Promise.all([open.close(), copy.close()]);
  }
  const ratios = ours.map((one, i) => one / (ceiling[i] ?? Number.NaN));
  const whole = (value: number) => Math.round(value).toLocaleString("en");
  return [
    {
      what: "messages worked off against set-based INSERTs of the same rows",
      kind: "ratio",
      unit: "x",
      value: median(ratios),
      rounds: ratios,
      goal: { at: "least", value: 0.5 },
      note: `ours ${whole(median(ours))}/s (two drains); ceiling ${whole(median(ceiling))}/s`,
    },
  ];
}

async function store(url: string, round: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await storeWebhooks(client, count, `drain_${round}`);
  await client.query("ANALYZE webhook_events");
  await client.end();
}
