import pg from "pg";
import { sleep } from "../packages/testing/src/until.ts";

/** Waits until nothing is pending, for at most two minutes. Answers how many messages stand on timelines, and the seconds waited. */
export async function workedOff(url: string, wanted: number): Promise<{ kept: number; after: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const started = performance.now();
  try {
    for (;;) {
      const { rows } = await client.query("SELECT EXISTS (SELECT 1 FROM webhook_events WHERE state = 'pending') AS pending");
      const after = (performance.now() - started) / 1000;
      if (!rows[0].pending || after > 120) {
        const kept = (await client.query("SELECT count(*)::int AS n FROM items WHERE type = 'message'")).rows[0].n as number;
        if (kept >= wanted || after > 120) return { kept, after };
      }
      await sleep(100);
    }
  } finally {
    await client.end();
  }
}

/** Waits until what came first is worked off and the worker's next sweep has had tables that grew looked at: an installation's first seconds are over. */
export async function settledIn(url: string, wanted: number): Promise<void> {
  await workedOff(url, wanted);
  await sleep(5000);
}
