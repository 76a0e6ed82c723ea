import { readConversations, readTimeline } from "@onethread/db/read";
import pg from "pg";
import type { Bench } from "./bench-instance.ts";
import { grow, grownConversation } from "./grow.ts";
import { median } from "./load.ts";
import type { Result } from "./result.ts";

const rounds = 7;

/** Pages as the API reads them, row-level security and shaping included, against raw SQL for the same rows, in turns. */
export async function pages(bench: Bench): Promise<Result[]> {
  const open = await bench.database("pages");
  const { actor, workspaceId } = await bench.workspace(open);
  const client = new pg.Client({ connectionString: open.url });
  await client.connect();
  await grow(client, workspaceId, 100_000);
  const conversationId = await grownConversation(client, 1);
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
        text: "SELECT * FROM conversations WHERE workspace_id = $1 AND status = 'open' ORDER BY last_activity_at DESC, id DESC LIMIT 51",
        values: [workspaceId],
      }),
  };
  const ours = {
    timeline: () => readTimeline(open.context.database, actor, { conversationId, limit: 50 }),
    inbox: () => readConversations(open.context.database, actor, { view: "all", sort: "newest", limit: 50 }),
  };
  const results: Result[] = [];
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
    const ratios = mine.map((one, i) => one / (floor[i] ?? Number.NaN));
    results.push({
      what: `${name} page of 50 against raw SQL for its rows`,
      kind: "ratio",
      unit: "x",
      value: median(ratios),
      rounds: ratios,
      goal: { at: "most", value: 3 },
      note: `ours ${median(mine).toFixed(2)} ms; raw ${median(floor).toFixed(2)} ms`,
    });
  }
  await client.end();
  await open.close();
  return results;
}
