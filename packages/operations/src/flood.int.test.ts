import { createHash } from "node:crypto";
import { newId } from "@onethread/db/client";
import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drainWebhooks } from "./drain-webhooks.ts";
import { webhookReceiver } from "./receive-webhook.ts";

/** Ten thousand webhooks of one business, one of them poison, and a single message of another business amidst. */
let world: World;
const flooded = "330001";
const calm = "440001";
const size = 10_000;

beforeAll(async () => {
  world = await createWorld();
  await world.addAccount({ channel: "messenger", externalId: flooded });
  await world.addAccount({ channel: "messenger", externalId: calm, workspaceId: await world.addWorkspace("Calm") });
});
afterAll(() => world.close());

const webhook = (page: string, n: number) => ({
  object: "page",
  entry: [
    {
      id: page,
      time: 1,
      messaging: [
        {
          sender: { id: String(7000 + (n % 500)) },
          recipient: { id: page },
          timestamp: 1793696400000 + n,
          message: { mid: `m_${page}_${n}`, text: `${n}` },
        },
      ],
    },
  ],
});

/** As the gateway stores them, without asking it ten thousand times. */
async function store(bodies: Buffer[]): Promise<void> {
  await world.database.ingest.query(
    `INSERT INTO webhook_events (id, received_at, lane, digest, body, next_attempt_at)
     SELECT u.id, $4, $5, u.digest, u.body, $4 FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS u(id, digest, body)`,
    [bodies.map(() => newId()), bodies.map((body) => createHash("sha256").update(body).digest()), bodies, world.clock.now, flooded],
  );
}
const count = async (sql: string): Promise<number> => (await world.database.ingest.query(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0].n;

describe("a flood", () => {
  it("does not delay another business' message by more than a few batches, and its poison spoils nothing", { timeout: 120_000 }, async () => {
    const bodies = Array.from({ length: size }, (_, n) => Buffer.from(JSON.stringify(webhook(flooded, n))));
    bodies[size / 2] = Buffer.from('{"object":"page","entry":[{"id":"330001","messaging":[');
    await store(bodies);

    let written: { at: number; settled: number } | null = null;
    let seen: { after: number; ms: number } | null = null;
    let settled = 0;
    const receive = webhookReceiver(world.context);
    const onBatch = async (batch: number) => {
      settled += batch;
      if (settled >= 2000 && !written) {
        written = { at: performance.now(), settled };
        await receive(signed(webhook(calm, 1), testAppSecret));
      } else if (written && !seen && (await count(`items WHERE external_id = 'm_${calm}_1'`)) === 1) {
        seen = { after: settled - written.settled, ms: Math.round(performance.now() - written.at) };
      }
    };
    const looking: Promise<void>[] = [];
    while ((await drainWebhooks(world.context, { onBatch: (batch) => void looking.push(onBatch(batch)) })) > 0) await Promise.all(looking);
    await Promise.all(looking);

    expect(seen).not.toBeNull();
    // Of the flood, at most a few batches of 200 were worked off between the message's arrival and its place on the timeline.
    expect((seen as unknown as { after: number }).after).toBeLessThanOrEqual(1000);
    expect(await count("webhook_events WHERE state = 'processed'")).toBe(size);
    expect((await world.database.ingest.query("SELECT state, reason FROM webhook_events WHERE state <> 'processed'")).rows).toEqual([
      { state: "quarantined", reason: "malformed_json" },
    ]);
    expect(await count("items")).toBe(size);
  });
});
